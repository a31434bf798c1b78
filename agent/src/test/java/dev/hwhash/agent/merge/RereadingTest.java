// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.input.InputFile;
import dev.hwhash.device.index.DeviceGroups;
import dev.hwhash.device.index.GroupedRows;
import dev.hwhash.device.table.DeviceRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that changes between two passes would give rows that nobody has compared. */
class RereadingTest {

    private static final String HEADER = "Serial Number,Manufacturer,Model\n";
    private static final String ROWS = HEADER + "HWHASH-0001,Contoso,Book 3\nHWHASH-0002,Contoso,Book 3\n";

    private static Source source(Path file, int rows, boolean broken) throws IOException {
        return new Source(file, Source.Stamp.of(file), 0, rows, broken);
    }

    private static int read(Source source) throws IOException, MergeEndedException {
        GroupedRows none = new DeviceGroups().finish(doubt -> {});
        Surveyed surveyed = new Surveyed(List.of(source), Set.of(), none, new RowNotes());
        Rereading rereading = new Rereading(
                surveyed, seen -> new InputFile(seen.path(), StandardCharsets.ISO_8859_1, false), (bytes, rows) -> {});
        int[] count = new int[1];
        rereading.run((seen, rows) -> rows, (Source seen, List<DeviceRow> rows) -> {
            count[0] += rows.size();
            return rows.size();
        });
        return count[0];
    }

    private static void assertChanged(Source source) {
        MergeEndedException ended = catchThrowableOfType(MergeEndedException.class, () -> read(source));
        assertThat(ended.problem().id()).isEqualTo("input-changed");
        assertThat(ended.problem().exit()).isEqualTo(ExitCode.NOT_WRITTEN);
        assertThat(ended.problem().words()).contains(source.path().toString());
    }

    @Test
    void aSourceThatStaysIsReadToItsEnd(@TempDir Path folder) throws IOException, MergeEndedException {
        Path file = Files.writeString(folder.resolve("1.csv"), ROWS);

        assertThat(read(source(file, 2, false))).isEqualTo(2);
    }

    @Test
    void aSourceThatBreaksOffWhereItDidIsTheSame(@TempDir Path folder) throws IOException, MergeEndedException {
        Path file = Files.writeString(folder.resolve("1.csv"), ROWS + "\"never closed");

        assertThat(read(source(file, 2, true))).isEqualTo(2);
        assertChanged(source(file, 2, false));
    }

    @Test
    void anotherSizeTimeOrNumberOfRowsIsNoticed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("1.csv"), ROWS);
        Source before = source(file, 2, false);
        assertChanged(source(file, 3, false));

        Files.writeString(file, ROWS.replace("Book", "Pad"));
        Files.setLastModifiedTime(file, before.stamp().modified());
        assertChanged(before);

        Files.writeString(file, ROWS);
        Files.setLastModifiedTime(
                file, FileTime.fromMillis(before.stamp().modified().toMillis() + 2000));
        assertChanged(before);

        Files.delete(file);
        assertChanged(before);
    }
}
