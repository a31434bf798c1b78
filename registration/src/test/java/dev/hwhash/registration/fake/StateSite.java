// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake;

import dev.hwhash.registration.fake.web.Call;
import dev.hwhash.registration.fake.web.Reply;
import dev.hwhash.registration.fake.web.Site;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells another process at {@code /_fake/state} what the fakes know; no part of any original. */
final class StateSite implements Site {

    private static final JsonMapper JSON = new JsonMapper();

    private final FakeMicrosoft fake;

    StateSite(FakeMicrosoft fake) {
        this.fake = fake;
    }

    @Override
    public Reply answer(Call call) {
        return call.path().equals("/_fake/state") ? Reply.json(200, state()) : failure(call, 404);
    }

    private ObjectNode state() {
        ObjectNode state = JSON.createObjectNode();
        ArrayNode imports = state.putArray("imports");
        fake.intune()
                .imports()
                .forEach(record -> imports.addObject()
                        .put("importId", record.importId())
                        .put("serialNumber", record.serialNumber())
                        .put("status", record.verdict().status().name())
                        .put("errorCode", record.verdict().code())
                        .put("deleted", record.deleted()));
        ArrayNode devices = state.putArray("devices");
        fake.intune()
                .devices()
                .forEach(device -> devices.addObject()
                        .put("id", device.id())
                        .put("serialNumber", device.serialNumber())
                        .put("groupTag", device.properties().groupTag()));
        ArrayNode partnerDevices = state.putArray("partnerDevices");
        fake.partners()
                .devices()
                .forEach(device -> partnerDevices
                        .addObject()
                        .put("batch", device.batch())
                        .put("serialNumber", device.serialNumber())
                        .put("errorCode", device.errorCode()));
        ArrayNode requests = state.putArray("requests");
        fake.requests()
                .forEach(seen -> requests.addObject()
                        .put("time", seen.time().toString())
                        .put("site", seen.site())
                        .put("method", seen.call().method())
                        .put("path", seen.call().path())
                        .put("fault", seen.fault().name())
                        .put("status", seen.status()));
        ArrayNode violations = state.putArray("violations");
        fake.violations().forEach(violations::add);
        state.put("syncs", fake.intune().syncs());
        return state;
    }

    @Override
    public Reply failure(Call call, int status) {
        return Reply.empty(status);
    }
}
