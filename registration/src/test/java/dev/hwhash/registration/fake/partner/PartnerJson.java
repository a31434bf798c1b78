// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.partner;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Resources of Partner Center as JSON. */
final class PartnerJson {

    private static final JsonMapper JSON = new JsonMapper();
    /** As in one sample of the reference; another one leaves out the offset. */
    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSxxx").withZone(ZoneOffset.ofHours(-7));

    private static final DateTimeFormatter BARE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Partners partners;

    PartnerJson(Partners partners) {
        this.partners = partners;
    }

    ObjectNode batches(String customer, List<String> names) {
        ObjectNode list = JSON.createObjectNode();
        list.put("totalCount", names.size());
        ArrayNode items = list.putArray("items");
        names.forEach(name -> items.add(batch(customer, name)));
        return typed(list, "Collection");
    }

    private ObjectNode batch(String customer, String name) {
        ObjectNode batch = JSON.createObjectNode();
        batch.put("id", name);
        batch.put("status", "finished");
        batch.put("creationDate", BARE.format(Instant.EPOCH));
        batch.put("devicesCount", partners.shown(name).size());
        ObjectNode link = batch.putObject("devicesLink");
        link.put("uri", "/customers/" + customer + "/deviceBatches/" + name + "/devices");
        link.put("method", "GET");
        link.putArray("headers");
        return typed(batch, "DeviceBatch");
    }

    ObjectNode devices(List<PartnerDevice> page, int total, int next) {
        ObjectNode list = JSON.createObjectNode();
        list.put("totalCount", total);
        ArrayNode items = list.putArray("items");
        page.forEach(device -> items.add(device(device)));
        if (next < total) {
            list.put("continuationToken", "page-" + next);
        }
        return typed(list, "Collection");
    }

    /** The hash is not told again. */
    private static ObjectNode device(PartnerDevice device) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", device.id());
        putIfGiven(json, "serialNumber", device.serialNumber());
        putIfGiven(json, "productKey", device.productKey());
        putIfGiven(json, "modelName", device.model());
        putIfGiven(json, "oemManufacturerName", device.manufacturer());
        json.putArray("policies");
        json.put("uploadedDate", BARE.format(device.uploaded()));
        json.putArray("allowedOperations").add("GET").add("PATCH").add("DELETE");
        return typed(json, "Device");
    }

    ObjectNode details(Job job) {
        ObjectNode details = JSON.createObjectNode();
        details.put("batchTrackingId", job.id());
        details.put("status", partners.status(job));
        details.put("startedTime", WITH_OFFSET.format(job.started()));
        boolean decided = partners.isDecided(job);
        details.put("completedTime", decided ? BARE.format(partners.ended(job)) : "0001-01-01T00:00:00");
        ArrayNode devices = details.putArray("devicesStatus");
        job.devices().forEach(device -> devices.add(status(device, decided, partners.status(job))));
        return typed(details, "BatchUploadDetails");
    }

    /** The upload is finished while a device of it has errors; without a serial number a device has no name at all. */
    private static ObjectNode status(PartnerDevice device, boolean decided, String whole) {
        ObjectNode json = JSON.createObjectNode();
        if (decided && !device.serialNumber().isEmpty()) {
            json.put("deviceId", device.id());
        }
        putIfGiven(json, "serialNumber", device.serialNumber());
        putIfGiven(json, "productKey", device.productKey());
        boolean refused = decided && !device.registered();
        json.put("status", refused ? "finished_with_errors" : whole);
        if (refused) {
            json.put("errorCode", device.errorCode());
            json.put("errorDescription", device.errorDescription());
        }
        return typed(json, "DeviceUploadDetails");
    }

    private static void putIfGiven(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }

    private static ObjectNode typed(ObjectNode json, String type) {
        json.putObject("attributes").put("objectType", type);
        return json;
    }
}
