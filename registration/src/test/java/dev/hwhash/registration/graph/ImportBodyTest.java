// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.TestDevices;
import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.registration.Entry;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The body of an import, held against the letter of Microsoft's reference. */
class ImportBodyTest {

    private static final UUID ID = UUID.fromString("6f2f5b1e-8d6b-4c58-9d5e-0b8a3a4b7c01");

    @Test
    void aDeviceHasAllPropertiesInTheirSpelling() {
        String hash = SyntheticHash.of("HWHASH-0001").text();
        DeviceRecord device = TestDevices.device("HWHASH-0001")
                .with(Field.WINDOWS_PRODUCT_ID, "0123456789012")
                .with(Field.GROUP_TAG, "Sales \"\\ 7")
                .with(Field.ASSIGNED_USER, "ada@contoso.example");
        assertThat(ImportBody.of(List.of(new Entry(ID, device))).toString())
                .isEqualTo("{\"importedWindowsAutopilotDeviceIdentities\":[{"
                        + "\"@odata.type\":\"#microsoft.graph.importedWindowsAutopilotDeviceIdentity\","
                        + "\"groupTag\":\"Sales \\\"\\\\ 7\","
                        + "\"serialNumber\":\"HWHASH-0001\","
                        + "\"productKey\":\"0123456789012\","
                        + "\"importId\":\"6f2f5b1e-8d6b-4c58-9d5e-0b8a3a4b7c01\","
                        + "\"hardwareIdentifier\":\"" + hash + "\","
                        + "\"assignedUserPrincipalName\":\"ada@contoso.example\"}]}");
    }

    @Test
    void whatIsNotKnownIsEmptyAndThereIsNoState() {
        assertThat(ImportBody.of(List.of(new Entry(ID, TestDevices.device("HWHASH-0001"))))
                        .toString())
                .contains("\"groupTag\":\"\"", "\"productKey\":\"\"", "\"assignedUserPrincipalName\":\"\"")
                .doesNotContain("state");
    }

    @Test
    void paddingThatWindowsLeftOutIsAdded() {
        // 2,998 bytes are no multiple of three.
        String padded = SyntheticHash.of("HWHASH-0001").paddedTo(2998).text();
        String bare = padded.replace("=", "");
        Entry entry = new Entry(ID, TestDevices.device("HWHASH-0001").with(Field.HARDWARE_HASH, bare));
        assertThat(padded).endsWith("=");
        assertThat(ImportBody.of(List.of(entry)).toString()).contains("\"" + padded + "\"");
    }
}
