// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import tools.jackson.databind.JsonNode;

/**
 * What a job tells of one device; what it does not tell is empty.
 *
 * @param deviceId the id in Partner Center
 * @param serialNumber as it was sent; a device of a hash alone has none
 * @param productKey as it was sent
 * @param status one of the words of {@link JobStatus}
 * @param errorCode a number as text
 * @param errorDescription as a rule the name of the code
 */
record DeviceStatus(
        String deviceId,
        String serialNumber,
        String productKey,
        String status,
        String errorCode,
        String errorDescription) {

    static DeviceStatus of(JsonNode item) {
        return new DeviceStatus(
                Json.text(item, "deviceId"),
                Json.text(item, "serialNumber"),
                Json.text(item, "productKey"),
                Json.text(item, "status"),
                Json.text(item, "errorCode"),
                Json.text(item, "errorDescription"));
    }

    boolean hasName() {
        return !serialNumber.isBlank() || !productKey.isBlank();
    }
}
