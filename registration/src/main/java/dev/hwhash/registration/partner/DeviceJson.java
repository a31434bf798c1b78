// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bodies that carry devices. Pure.
 *
 * @see <a href="https://learn.microsoft.com/partner-center/developer/device-deployment-resources">Device</a>
 */
final class DeviceJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** By the names of Partner Center; a batch's name stands beside the devices, and users are none of its matters. */
    private static final List<Map.Entry<Field, String>> PROPERTIES = List.of(
            Map.entry(Field.SERIAL_NUMBER, "serialNumber"),
            Map.entry(Field.WINDOWS_PRODUCT_ID, "productKey"),
            Map.entry(Field.HARDWARE_HASH, "hardwareHash"),
            Map.entry(Field.MANUFACTURER, "oemManufacturerName"),
            Map.entry(Field.MODEL, "modelName"));

    private DeviceJson() {}

    /** Returns the body that makes a batch. */
    static String newBatch(String name, List<DeviceRecord> devices) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("batchId", name);
        body.set("devices", array(devices));
        return MAPPER.writeValueAsString(body);
    }

    /** Returns the body that adds to a batch: the bare array. */
    static String devices(List<DeviceRecord> devices) {
        return MAPPER.writeValueAsString(array(devices));
    }

    private static ArrayNode array(List<DeviceRecord> devices) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        devices.forEach(device -> array.add(object(device)));
        return array;
    }

    /** What is not known is left out: an empty text would count as known. */
    private static ObjectNode object(DeviceRecord device) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<Field, String> property : PROPERTIES) {
            device.value(property.getKey()).ifPresent(value -> object.put(property.getValue(), value));
        }
        return object;
    }
}
