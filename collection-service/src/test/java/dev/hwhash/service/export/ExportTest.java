// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.TestDevices;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.table.CannotHoldException;
import dev.hwhash.device.table.CsvRowWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A file is what the writers of {@code device} make of the rows that the format holds; the others are named. */
class ExportTest {

    private static final List<DeviceRecord> DEVICES = List.of(
            TestDevices.device("SN-1").with(Field.GROUP_TAG, "Classroom"),
            TestDevices.named("SN-2", "VMware, Inc.", "VMware7,1"),
            TestDevices.device("SN-3").with(Field.MANUFACTURER, "Dell, Inc."),
            TestDevices.device("SN-4").with(Field.MODEL, "B\u00fcro \u4e00"),
            TestDevices.named("SN-5", "Contoso", "Book 3").with(Field.WINDOWS_PRODUCT_ID, "0012345678901"),
            TestDevices.device("SN-6")
                    .with(Field.ASSIGNED_USER, "pat@example.org")
                    .with(Field.SOURCE, "wmi"));

    @ParameterizedTest
    @CsvSource({
        "autopilot, ascii",
        "autopilot, utf-16le",
        "partner-center, utf-8",
        "partner-center, ascii",
        "managed-desktop, utf-8-bom",
        "managed-desktop, ansi",
        "corporate-identifiers, ascii",
        "corporate-identifiers, utf-8"
    })
    void aCsvFileIsWhatTheWritersOfDeviceMake(String format, String encoding) throws Exception {
        ExportRequest request = request(format, encoding);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        Tally tally = written(request, expected);

        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThat(new Export((fields, states) -> new Shelf(DEVICES, fields))
                        .file(request, piece -> piece.writeTo(file)))
                .isEqualTo(tally);
        assertThat(file.toByteArray()).isEqualTo(expected.toByteArray());
        assertThat(tally.rows() + tally.leftOut()).isEqualTo(DEVICES.size());
        assertThat(tally.rows()).isPositive();
    }

    /** As {@code convert} does: from the hash itself. */
    private static Tally written(ExportRequest request, ByteArrayOutputStream out) throws Exception {
        Set<Field> optional = EnumSet.of(Field.GROUP_TAG, Field.ASSIGNED_USER);
        optional.retainAll(request.fields());
        CsvRowWriter writer = new CsvRowWriter(request.format(), optional, request.encoding());
        out.writeBytes(writer.start());
        long rows = 0;
        for (DeviceRecord device : DEVICES) {
            DeviceRecord held = Shelf.limited(device, request.fields());
            Optional<HardwareHash> hash =
                    held.value(Field.HARDWARE_HASH).map(HardwareHash::read).map(HardwareHash.class::cast);
            boolean needs = held.values().keySet().containsAll(request.format().needed());
            try {
                if (needs) {
                    writer.write(held.with(Field.HARDWARE_HASH, ""), hash, out);
                    rows++;
                }
            } catch (CannotHoldException leftOut) {
                assertThat(leftOut.field()).isIn(Field.MODEL, Field.MANUFACTURER);
            }
        }
        return new Tally(rows, DEVICES.size() - rows);
    }

    @Test
    void jsonIsOneObjectALineWithAllThatIsKnown() throws IOException {
        String json = file(request("json", "ascii"), List.of(DEVICES.get(3), DEVICES.get(5)));

        assertThat(json.split("\r\n", -1))
                .hasSize(3)
                .satisfies(lines -> assertThat(lines[2]).isEmpty());
        assertThat(json)
                .startsWith("{\"schemaVersion\":1,\"collectedAt\":null,\"source\":null,\"serialNumber\":\"SN-4\",")
                .contains("\"model\":\"B\\u00FCro \\u4E00\",\"groupTag\":null,\"assignedUser\":null}")
                .contains("\"assignedUser\":\"pat@example.org\"}");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void whatAFileLeavesOutIsNamedWithTheReason(Format format) throws IOException {
        ExportRequest request = request(format.toString(), "ascii");
        Export export = new Export((fields, states) -> new Shelf(DEVICES, fields));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ByteArrayOutputStream left = new ByteArrayOutputStream();

        Tally ofFile = export.file(request, piece -> piece.writeTo(file));
        Tally ofLeft = export.leftOut(request, piece -> piece.writeTo(left));

        assertThat(ofLeft).isEqualTo(ofFile);
        List<String> lines = left.toString(UTF_8).lines().toList();
        assertThat(lines)
                .hasSize((int) ofFile.leftOut())
                .allMatch(line -> line.matches("\\{\"deviceId\":\\d+,.*\"why\":\".+\"}"));
        assertThat(left.toString(UTF_8)).doesNotContain("T0E");
    }

    @Test
    void aDeviceThatPartnerCenterFindsByItsProductIdNeedsNoNames() throws IOException {
        DeviceRecord device = new DeviceRecord(Map.of(Field.WINDOWS_PRODUCT_ID, "0012345678901"));

        assertThat(file(request("partner-center", "ascii"), List.of(device))).endsWith("\r\n,0012345678901,,,\r\n");
    }

    @Test
    void aFileWithoutDevicesIsAHeader() throws IOException {
        assertThat(file(request("autopilot", "ascii"), List.of()))
                .isEqualTo("Device Serial Number,Windows Product ID,Hardware Hash\r\n");
    }

    @Test
    void aSinkThatTakesNoMoreEndsTheExportAndTheSnapshot() {
        Shelf shelf = new Shelf(DEVICES, EnumSet.allOf(Field.class));
        Export export = new Export((fields, states) -> shelf);

        assertThatThrownBy(() -> export.file(request("json", "ascii"), piece -> {
                    throw new IOException("gone");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
        assertThat(shelf.closed).isTrue();
    }

    private static String file(ExportRequest request, List<DeviceRecord> devices) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new Export((fields, states) -> new Shelf(devices, fields)).file(request, piece -> piece.writeTo(file));
        return file.toString(UTF_8);
    }

    private static ExportRequest request(String format, String encoding) {
        return ExportRequest.of(Optional.of(format), Optional.of(encoding), Optional.empty())
                .orElseThrow();
    }
}
