// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.graph;

import dev.hwhash.registration.fake.graph.RegisteredDevice.Properties;
import dev.hwhash.registration.fake.web.Call;
import dev.hwhash.registration.fake.web.Reply;
import dev.hwhash.registration.fake.web.Route;
import dev.hwhash.registration.fake.web.Schemas;
import dev.hwhash.registration.fake.web.Violations;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The calls of version 1.0 on windowsAutopilotDeviceIdentities. A change replaces everything that can be changed: what
 * a call leaves out is emptied, as users saw it happen.
 */
final class DeviceCalls {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ROOT = "/v1.0/deviceManagement/windowsAutopilotDeviceIdentities";

    private final Intune intune;
    private final Pages pages;
    private final GraphErrors errors;
    private final Violations violations;

    DeviceCalls(Intune intune, Pages pages, GraphErrors errors, Violations violations) {
        this.intune = intune;
        this.pages = pages;
        this.errors = errors;
        this.violations = violations;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", ROOT, Schemas.NONE, "DeviceList", this::list),
                Route.of("GET", ROOT + "/*", Schemas.NONE, "Device", this::get),
                Route.of("DELETE", ROOT + "/*", Schemas.NONE, Schemas.NONE, this::delete),
                Route.of("POST", ROOT + "/*/updateDeviceProperties", "Update", Schemas.NONE, this::update),
                Route.of("POST", ROOT + "/*/assignUserToDevice", "AssignUser", Schemas.NONE, this::assign),
                Route.of("POST", ROOT + "/*/unassignUserFromDevice", Schemas.NONE, Schemas.NONE, this::unassign));
    }

    private Reply list(Call call, List<String> variables) {
        Query query = Query.of(call).orElseThrow(() -> errors.refusal(call, 400, "Invalid query."));
        List<RegisteredDevice> found = intune.visible(pages.filterIgnored() ? device -> true : filter(call, query));
        return pages.page(call, query, found, RegisteredDevice::id, Entities::registered);
    }

    private Predicate<RegisteredDevice> filter(Call call, Query query) {
        if (query.field().isEmpty()) {
            return device -> true;
        }
        if (query.isOn("serialNumber", "contains")) {
            return device -> query.test().test(device.serialNumber());
        }
        violations.add(call, "a filter that Intune refuses: " + query.field() + " " + query.operation());
        throw errors.refusal(call, 400, "Filter is not supported.");
    }

    private RegisteredDevice found(Call call, List<String> variables) {
        return intune.visible(device -> device.id().equals(variables.get(0))).stream()
                .findFirst()
                .orElseThrow(() -> errors.refusal(call, 404, "No such device."));
    }

    private Reply get(Call call, List<String> variables) {
        ObjectNode body = JSON.createObjectNode();
        body.put(
                "@odata.context",
                "http://" + call.header("host")
                        + "/v1.0/$metadata#deviceManagement/windowsAutopilotDeviceIdentities/$entity");
        body.setAll(Entities.registered(found(call, variables)));
        return Reply.json(200, body);
    }

    private Reply delete(Call call, List<String> variables) {
        RegisteredDevice device = found(call, variables);
        if (device.enrolled()) {
            return errors.reply(call, 400, "The device is enrolled; delete it from Intune first.");
        }
        intune.deregister(device.id());
        return Reply.empty(204);
    }

    private Reply update(Call call, List<String> variables) {
        JsonNode wanted = JSON.readTree(call.body());
        Properties properties = new Properties(
                wanted.path("groupTag").asString(""),
                wanted.path("userPrincipalName").asString(""),
                wanted.path("addressableUserName").asString(""),
                wanted.path("displayName").asString(""));
        intune.change(found(call, variables), properties);
        return Reply.empty(204);
    }

    private Reply assign(Call call, List<String> variables) {
        JsonNode wanted = JSON.readTree(call.body());
        return user(
                found(call, variables),
                wanted.path("userPrincipalName").asString(""),
                wanted.path("addressableUserName").asString(""));
    }

    private Reply unassign(Call call, List<String> variables) {
        return user(found(call, variables), "", "");
    }

    private Reply user(RegisteredDevice device, String user, String addressable) {
        Properties is = device.properties();
        intune.change(device, new Properties(is.groupTag(), user, addressable, is.displayName()));
        return Reply.empty(204);
    }
}
