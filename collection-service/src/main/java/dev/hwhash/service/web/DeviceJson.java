// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.service.search.DeviceDetails;
import dev.hwhash.service.search.DevicePage;
import dev.hwhash.service.search.DeviceSummary;
import dev.hwhash.service.search.Identifier;
import dev.hwhash.service.search.Position;
import dev.hwhash.service.search.ReportSummary;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Devices as JSON. What is not known is left out. */
final class DeviceJson {

    private DeviceJson() {}

    static ObjectNode page(DevicePage page) {
        ObjectNode json = Json.object();
        ArrayNode devices = json.putArray("devices");
        page.devices().forEach(device -> devices.add(summary(device)));
        page.next().map(Position::cursor).ifPresent(cursor -> json.put("next", cursor));
        return json;
    }

    static ObjectNode details(DeviceDetails device) {
        ObjectNode json = summary(device.summary());
        ArrayNode identifiers = json.putArray("identifiers");
        for (Identifier identifier : device.identifiers()) {
            identifiers.addObject().put("kind", identifier.kind()).put("value", identifier.value());
        }
        json.put("reportCount", device.reportCount());
        ArrayNode reports = json.putArray("reports");
        device.reports().forEach(report -> reports.add(report(report)));
        device.hash().ifPresent(outline -> json.set("hash", Json.tree(outline.values())));
        return json;
    }

    private static ObjectNode summary(DeviceSummary device) {
        ObjectNode json = Json.object().put("id", device.id());
        facts(json, device.facts());
        device.smbiosUuid().ifPresent(uuid -> json.put("smbiosUuid", uuid));
        json.put("firstReceivedAt", device.firstReceivedAt().toString())
                .put("lastReceivedAt", device.lastReceivedAt().toString())
                .put("hasHash", device.hasHash());
        flags(json, device.flags());
        return json;
    }

    private static ObjectNode report(ReportSummary report) {
        ObjectNode json = Json.object()
                .put("reportId", report.reportId())
                .put("receivedAt", report.receivedAt().toString())
                .put("collectedAt", report.collectedAt().toString());
        report.capturedAt().ifPresent(time -> json.put("capturedAt", time.toString()));
        json.put("source", report.source())
                .put("agentVersion", report.agentVersion())
                .put("contentSha256", report.contentSha256())
                .put("tokenId", report.origin().token());
        facts(json, report.facts());
        json.put("hasHash", report.hasHash());
        flags(json, report.flags());
        return json;
    }

    private static void facts(ObjectNode json, DeviceRecord facts) {
        for (Map.Entry<Field, String> fact : facts.values().entrySet()) {
            json.put(fact.getKey().property(), fact.getValue());
        }
    }

    private static void flags(ObjectNode json, List<String> flags) {
        ArrayNode array = json.putArray("flags");
        flags.forEach(array::add);
    }
}
