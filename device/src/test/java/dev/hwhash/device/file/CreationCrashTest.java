// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.CrashExplorer.Step;
import dev.hwhash.device.file.SimulatedDisk.Kind;
import dev.hwhash.device.file.SimulatedDisk.Lie;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The power is cut while a whole new file is written: the name holds the content of before or the new one. */
class CreationCrashTest {

    private static final String ROWS = "serial,hash\na,1\n";
    private static final Step APPEND = Step.update(before -> before + "b,2\n");

    /** Writes a new file in two pieces over whatever is there. */
    private record Creation(String content) implements Step {

        @Override
        public String after(String before) {
            return content;
        }

        @Override
        public void take(DeviceFile file) throws IOException {
            byte[] all = content.getBytes(US_ASCII);
            file.create(
                    sink -> {
                        sink.write(java.util.Arrays.copyOf(all, 5));
                        sink.write(java.util.Arrays.copyOfRange(all, 5, all.length));
                    },
                    true,
                    Duration.ofSeconds(10));
        }
    }

    /** A new file whose content breaks off. */
    private record Breaking() implements Step {

        @Override
        public String after(String before) {
            return before;
        }

        @Override
        public void take(DeviceFile file) throws IOException {
            try {
                file.create(
                        sink -> {
                            sink.write(new byte[] {1});
                            throw new EditRefusedException("it breaks off");
                        },
                        true,
                        Duration.ofSeconds(10));
            } catch (EditRefusedException expected) {
                assertThat(expected).hasMessage("it breaks off");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void noCutOfANewFileOverAnOldOneLosesBoth(Kind kind) {
        assertNoLoss(kind, ROWS, new Creation("first new file\n"), new Creation("second one\n"), APPEND);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void noCutOfANewFileLosesWhatACutUpdateLeft(Kind kind) {
        assertNoLoss(kind, ROWS, APPEND, new Creation("a new file\n"), APPEND);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void noCutOfAFirstFileLeavesHalfAFile(Kind kind) {
        assertNoLoss(kind, CrashExplorer.ABSENT, new Creation("first new file\n"), new Creation("second one\n"));
        assertNoLoss(kind, "", new Creation("first new file\n"), new Creation("second one\n"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void noCutOfAFileThatBreaksOffLosesTheOldOne(Kind kind) {
        assertNoLoss(kind, ROWS, new Breaking(), new Creation("a new file\n"), APPEND);
    }

    @ParameterizedTest
    @CsvSource({"JOURNALED,CONTENT_NOT_FORCED", "JOURNALED,NAMES_NOT_FORCED", "FAT,FAT_CALLED_ATOMIC"})
    void theModelNoticesADiskThatLies(Kind kind, Lie lie) {
        List<Step> steps = List.of(new Creation("first new file\n"), new Creation("second one\n"), APPEND);
        assertThat(explored(kind, lie, ROWS, steps).losses()).isNotEmpty();
    }

    private static void assertNoLoss(Kind kind, String content, Step... steps) {
        CrashExplorer explorer = explored(kind, Lie.NONE, content, List.of(steps));
        assertThat(explorer.losses()).isEmpty();
        assertThat(explorer.states()).isGreaterThan(20);
    }

    private static CrashExplorer explored(Kind kind, Lie lie, String content, List<Step> steps) {
        SimulatedDisk disk = new SimulatedDisk(kind, lie);
        if (!content.equals(CrashExplorer.ABSENT)) {
            disk.put("devices.csv", content.getBytes(US_ASCII));
        }
        CrashExplorer explorer = new CrashExplorer(steps);
        explorer.explore(disk, content);
        return explorer;
    }
}
