// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.TestDevices;
import dev.hwhash.device.hash.SyntheticHash;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bodies, to the letter of Partner Center. */
class DeviceJsonTest {

    @Test
    void namesEachFactAsPartnerCenterDoes() {
        DeviceRecord all = TestDevices.device("SN-1")
                .with(Field.WINDOWS_PRODUCT_ID, "0123456789012")
                .with(Field.GROUP_TAG, "Batch")
                .with(Field.ASSIGNED_USER, "user@contoso.example");

        JsonNode device =
                JsonMapper.shared().readTree(DeviceJson.devices(List.of(all))).path(0);

        assertThat(device.propertyNames())
                .containsExactly("serialNumber", "productKey", "hardwareHash", "oemManufacturerName", "modelName");
        assertThat(device.path("serialNumber").asString()).isEqualTo("SN-1");
        assertThat(device.path("productKey").asString()).isEqualTo("0123456789012");
        assertThat(device.path("hardwareHash").asString())
                .isEqualTo(SyntheticHash.of("SN-1").text());
        assertThat(device.path("oemManufacturerName").asString()).isEqualTo("Contoso");
        assertThat(device.path("modelName").asString()).isEqualTo("Book 3");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        DeviceRecord key = new DeviceRecord(Map.of(Field.WINDOWS_PRODUCT_ID, "0123456789012"));
        assertThat(DeviceJson.devices(List.of(key))).isEqualTo("[{\"productKey\":\"0123456789012\"}]");
    }

    @Test
    void putsTheNameOfANewBatchBesideItsDevices() {
        DeviceRecord device = TestDevices.named("SN \"1\"", "Contoso", "Book 3");
        assertThat(DeviceJson.newBatch("Test batch", List.of(device)))
                .isEqualTo("{\"batchId\":\"Test batch\",\"devices\":[{\"serialNumber\":\"SN \\\"1\\\"\","
                        + "\"oemManufacturerName\":\"Contoso\",\"modelName\":\"Book 3\"}]}");
    }
}
