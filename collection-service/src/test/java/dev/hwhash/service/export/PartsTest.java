// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.TestDevices;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A ZIP holds the same rows as the whole file, in parts of so many. */
class PartsTest {

    @Property(tries = 60)
    void thePartsTogetherAreTheFile(
            @ForAll Format format, @ForAll @IntRange(max = 30) int count, @ForAll @IntRange(min = 1, max = 12) int rows)
            throws IOException {
        List<DeviceRecord> devices = IntStream.range(0, count)
                .mapToObj(i -> i % 5 == 3
                        ? new DeviceRecord(Map.of(Field.SERIAL_NUMBER, "SN-" + i))
                        : TestDevices.named("SN-" + i, "Contoso", "Book 3"))
                .toList();
        ExportRequest request = ExportRequest.of(Optional.of(format.toString()), Optional.empty(), Optional.empty())
                .orElseThrow();
        Export export = new Export((fields, states) -> new Shelf(devices, fields));
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        ByteArrayOutputStream left = new ByteArrayOutputStream();
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        Tally tally = export.file(request, piece -> piece.writeTo(whole));
        new Export((fields, states) -> new Shelf(List.of(), fields)).file(request, piece -> piece.writeTo(header));
        export.leftOut(request, piece -> piece.writeTo(left));

        assertThat(export.parts(request, rows, zip)).isEqualTo(tally);

        Map<String, String> entries = entries(zip.toByteArray());
        String lost = entries.remove("left-out.jsonl");
        assertThat(lost == null ? "" : lost).isEqualTo(left.toString(ISO_8859_1));
        StringBuilder joined = new StringBuilder(header.toString(ISO_8859_1));
        entries.values().forEach(part -> joined.append(part.substring(header.size())));
        assertThat(joined.toString()).isEqualTo(whole.toString(ISO_8859_1));
        assertThat(entries).hasSize((int) Math.max(1, (tally.rows() + rows - 1) / rows));
    }

    @Test
    void partsAreNamedAsSplitNamesThem() throws IOException {
        List<DeviceRecord> devices = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            devices.add(TestDevices.named("SN-" + i, "Contoso", "Book 3"));
        }
        ExportRequest request = ExportRequest.of(Optional.of("partner-center"), Optional.empty(), Optional.empty())
                .orElseThrow();
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        new Export((fields, states) -> new Shelf(devices, fields)).parts(request, 2, zip);
        assertThat(entries(zip.toByteArray()).keySet())
                .containsExactly("devices-partner-center-001.csv", "devices-partner-center-002.csv");
    }

    private static Map<String, String> entries(byte[] file) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), ISO_8859_1));
            }
        }
        return entries;
    }
}
