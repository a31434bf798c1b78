// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.TestDevices;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The message of one device. */
class ReportTest {

    @Test
    void whatIsNotKnownIsLeftOut() {
        Report report = Report.of(new DeviceRecord(Map.of(Field.SERIAL_NUMBER, "S\u00fc\"1\"")), "1.2.3");
        assertThat(new String(report.body(), UTF_8))
                .isEqualTo(
                        "{\"schemaVersion\":1,\"agentVersion\":\"1.2.3\",\"device\":{\"serialNumber\":\"S\\u00FC\\\"1\\\"\"}}");
    }

    @Test
    void whatIsKnownStandsInItsPlace() {
        DeviceRecord device = new DeviceRecord(Map.of(
                Field.SERIAL_NUMBER, "S1",
                Field.WINDOWS_PRODUCT_ID, "P",
                Field.HARDWARE_HASH, "H",
                Field.MANUFACTURER, "M",
                Field.MODEL, "O",
                Field.GROUP_TAG, "G",
                Field.ASSIGNED_USER, "U",
                Field.COLLECTED_AT, "2026-11-21T10:00:00Z",
                Field.SOURCE, "wmi"));
        assertThat(new String(Report.of(device, "1").body(), UTF_8))
                .isEqualTo("{\"schemaVersion\":1,\"agentVersion\":\"1\",\"collectedAt\":\"2026-11-21T10:00:00Z\","
                        + "\"source\":\"wmi\",\"device\":{\"serialNumber\":\"S1\",\"windowsProductId\":\"P\","
                        + "\"hardwareHash\":\"H\",\"manufacturer\":\"M\",\"model\":\"O\",\"groupTag\":\"G\","
                        + "\"assignedUser\":\"U\"}}");
    }

    @Test
    void itsHashIsThatOfItsBytes() throws Exception {
        Report report = Report.of(TestDevices.device("S1"), "1.2.3");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(report.body());
        assertThat(report.contentSha256()).isEqualTo(HexFormat.of().formatHex(digest));
        assertThat(report.id().version()).isEqualTo(4);
        assertThat(Report.stored(report.id(), report.body())).isEqualTo(report);
    }

    @Test
    void itShowsNoHash() {
        Report report = Report.of(TestDevices.device("S1"), "1.2.3");
        assertThat(report.toString()).startsWith("Report " + report.id()).hasSizeLessThan(80);
    }

    @Property(tries = 300)
    void theSerialNumberIsReadAsItWasWritten(@ForAll String serial) {
        DeviceRecord device = new DeviceRecord(Map.of(Field.SERIAL_NUMBER, serial, Field.GROUP_TAG, "G"));
        assertThat(Report.of(device, "1").serialNumber()).isEqualTo(device.value(Field.SERIAL_NUMBER));
    }

    @Property(tries = 300)
    void anyBytesHaveASerialNumberOrNone(@ForAll byte[] body) {
        assertThat(Report.stored(UUID.randomUUID(), body).serialNumber()).isEmpty();
    }
}
