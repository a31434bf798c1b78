// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.graph;

import dev.hwhash.registration.fake.graph.RegisteredDevice.Properties;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Entities of Microsoft Graph as JSON. */
final class Entities {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

    private Entities() {}

    /** The hash is not told again. */
    static ObjectNode imported(ImportRecord record, Verdict verdict) {
        ObjectNode entity = JSON.createObjectNode();
        entity.put("id", record.id());
        entity.put("groupTag", record.groupTag());
        entity.put("serialNumber", record.serialNumber());
        entity.put("productKey", record.productKey());
        entity.put("importId", record.importId());
        entity.putNull("hardwareIdentifier");
        entity.put("assignedUserPrincipalName", record.user());
        ObjectNode state = entity.putObject("state");
        state.put("deviceImportStatus", verdict.status().name());
        state.put("deviceRegistrationId", verdict.registrationId());
        state.put("deviceErrorCode", verdict.code());
        state.put("deviceErrorName", verdict.name());
        return entity;
    }

    static ObjectNode registered(RegisteredDevice device) {
        Properties properties = device.properties();
        ObjectNode entity = JSON.createObjectNode();
        entity.put("id", device.id());
        entity.put("groupTag", properties.groupTag());
        entity.put("purchaseOrderIdentifier", "");
        entity.put("serialNumber", device.serialNumber());
        entity.put("productKey", "");
        entity.put("manufacturer", "Contoso");
        entity.put("model", "Book 3");
        entity.put("enrollmentState", device.enrolled() ? "enrolled" : "notContacted");
        entity.put("lastContactedDateTime", "0001-01-01T00:00:00Z");
        entity.put("addressableUserName", properties.addressableUser());
        entity.put("userPrincipalName", properties.user());
        entity.put("resourceName", "");
        entity.put("skuNumber", "");
        entity.put("systemFamily", "");
        entity.put("azureActiveDirectoryDeviceId", NO_ID);
        entity.put("managedDeviceId", NO_ID);
        entity.put("displayName", properties.displayName());
        return entity;
    }
}
