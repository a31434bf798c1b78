// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.partner;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads property names in any case, as Partner Center does: its samples write them in two ways. */
final class AnyCase {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<String, String> NAMES = Stream.of(
                    "batchId",
                    "devices",
                    "deviceBatchId",
                    "serialNumber",
                    "productKey",
                    "hardwareHash",
                    "modelName",
                    "oemManufacturerName",
                    "policies",
                    "key",
                    "value",
                    "attributes",
                    "objectType")
            .collect(Collectors.toUnmodifiableMap(name -> name.toLowerCase(Locale.ROOT), name -> name));

    private AnyCase() {}

    static JsonNode camel(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = JSON.createArrayNode();
            node.values().forEach(item -> array.add(camel(item)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode object = JSON.createObjectNode();
        node.properties().forEach(property -> object.set(known(property.getKey()), camel(property.getValue())));
        return object;
    }

    private static String known(String name) {
        return NAMES.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }
}
