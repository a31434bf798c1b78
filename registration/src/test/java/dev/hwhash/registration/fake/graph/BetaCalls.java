// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.graph;

import dev.hwhash.registration.fake.web.Call;
import dev.hwhash.registration.fake.web.Reply;
import dev.hwhash.registration.fake.web.Route;
import dev.hwhash.registration.fake.web.Schemas;
import dev.hwhash.registration.fake.web.Violations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What beta has and version 1.0 has not: the profile of a device, and the sync that nobody of ours may ask for. A
 * serial number {@code NOPROFILE...} never gets a profile, {@code BADPROFILE...} fails to.
 */
final class BetaCalls {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ROOT = "/beta/deviceManagement/";
    private static final Duration BETWEEN_SYNCS = Duration.ofMinutes(10);

    private final Intune intune;
    private final GraphErrors errors;
    private final Violations violations;
    private final InstantSource clock;
    private Instant lastSync = Instant.MIN;

    BetaCalls(Intune intune, GraphErrors errors, Violations violations, InstantSource clock) {
        this.intune = intune;
        this.errors = errors;
        this.violations = violations;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", ROOT + "windowsAutopilotDeviceIdentities/*", Schemas.NONE, "BetaDevice", this::device),
                Route.of("POST", ROOT + "windowsAutopilotSettings/sync", Schemas.NONE, Schemas.NONE, this::sync));
    }

    private Reply device(Call call, List<String> variables) {
        Optional<RegisteredDevice> device = intune.visible(one -> one.id().equals(variables.get(0))).stream()
                .findFirst();
        if (device.isEmpty()) {
            return errors.reply(call, 404, "No such device.");
        }
        ObjectNode body = JSON.createObjectNode();
        body.put(
                "@odata.context",
                "http://" + call.header("host")
                        + "/beta/$metadata#deviceManagement/windowsAutopilotDeviceIdentities/$entity");
        body.setAll(Entities.registered(device.get()));
        String status = status(device.get());
        boolean assigned = status.equals("assignedInSync");
        body.put("azureAdDeviceId", body.path("azureActiveDirectoryDeviceId").asString(""));
        body.put("deploymentProfileAssignmentStatus", status);
        body.put("deploymentProfileAssignmentDetailedStatus", "none");
        body.put("deploymentProfileAssignedDateTime", assigned ? clock.instant().toString() : "0001-01-01T00:00:00Z");
        for (String relation : call.query().getOrDefault("$expand", "").split(",", -1)) {
            if (!relation.isEmpty()) {
                expand(body, relation, assigned);
            }
        }
        return Reply.json(200, body);
    }

    /** What is no relation of a device ends up as a breach of the answer's schema. */
    private static void expand(ObjectNode body, String relation, boolean assigned) {
        if (!assigned) {
            body.putNull(relation);
            return;
        }
        ObjectNode profile = body.putObject(relation);
        profile.put("@odata.type", "#microsoft.graph.azureADWindowsAutopilotDeploymentProfile");
        profile.put("id", "2b7e5d1c-9a4f-4e6b-8c3d-7f1a0e9b5d24");
        profile.put("displayName", "Standard");
    }

    private String status(RegisteredDevice device) {
        if (device.serialNumber().startsWith("NOPROFILE")) {
            return "notAssigned";
        }
        Duration whole = intune.profileDelay();
        if (clock.instant().isBefore(device.registered().plus(whole.dividedBy(2)))) {
            return "unknown";
        }
        if (clock.instant().isBefore(device.registered().plus(whole))) {
            return "pending";
        }
        return device.serialNumber().startsWith("BADPROFILE") ? "failed" : "assignedInSync";
    }

    private Reply sync(Call call, List<String> variables) {
        intune.sync();
        violations.add(call, "a sync, which no client of ours asks for");
        if (clock.instant().isBefore(lastSync.plus(BETWEEN_SYNCS))) {
            return errors.reply(call, 429, "Synced less than ten minutes ago.");
        }
        lastSync = clock.instant();
        return Reply.empty(204);
    }
}
