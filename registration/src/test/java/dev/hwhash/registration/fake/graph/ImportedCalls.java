// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.graph;

import dev.hwhash.registration.fake.web.Call;
import dev.hwhash.registration.fake.web.Reply;
import dev.hwhash.registration.fake.web.Route;
import dev.hwhash.registration.fake.web.Schemas;
import dev.hwhash.registration.fake.web.Violations;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The calls on importedWindowsAutopilotDeviceIdentities.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/intune-enrollment-importedwindowsautopilotdeviceidentity-import">
 *     import</a>
 */
final class ImportedCalls {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ROOT = "/v1.0/deviceManagement/importedWindowsAutopilotDeviceIdentities";
    private static final String LIST = "importedWindowsAutopilotDeviceIdentities";

    private final Set<String> shownComplete = new HashSet<>();
    private final Intune intune;
    private final Pages pages;
    private final GraphErrors errors;
    private final Violations violations;
    private final InstantSource clock;
    private final boolean lateRegistrationId;
    private int requests;

    ImportedCalls(
            Intune intune,
            Pages pages,
            GraphErrors errors,
            Violations violations,
            InstantSource clock,
            boolean lateRegistrationId) {
        this.intune = intune;
        this.pages = pages;
        this.errors = errors;
        this.violations = violations;
        this.clock = clock;
        this.lateRegistrationId = lateRegistrationId;
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", ROOT, "Imported", "ImportedEntity", this::create),
                Route.of("POST", ROOT + "/import", "ImportRequest", "ImportAnswer", this::bulk),
                Route.of("GET", ROOT, Schemas.NONE, "ImportedList", this::list),
                Route.of("GET", ROOT + "/*", Schemas.NONE, "ImportedEntity", this::get),
                Route.of("DELETE", ROOT + "/*", Schemas.NONE, Schemas.NONE, this::delete));
    }

    private Reply create(Call call, List<String> variables) {
        List<ImportRecord> stored = stored(List.of(JSON.readTree(call.body())));
        return Reply.json(201, single(call, stored.get(0)));
    }

    private Reply bulk(Call call, List<String> variables) {
        List<JsonNode> sent = List.copyOf(JSON.readTree(call.body()).path(LIST).values());
        ObjectNode body = JSON.createObjectNode();
        body.put(
                "@odata.context",
                "http://" + call.header("host")
                        + "/v1.0/$metadata#Collection(microsoft.graph.importedWindowsAutopilotDeviceIdentity)");
        ArrayNode value = body.putArray("value");
        stored(sent).forEach(record -> value.add(entity(record)));
        return Reply.json(200, body);
    }

    /** Nothing is compared: what comes twice is there twice. */
    private List<ImportRecord> stored(List<JsonNode> sent) {
        requests++;
        List<ImportRecord> records = new ArrayList<>();
        for (JsonNode device : sent) {
            String id = UUID.randomUUID().toString();
            records.add(new ImportRecord(
                    id,
                    given(device, "importId", id),
                    given(device, "serialNumber", ""),
                    given(device, "groupTag", ""),
                    given(device, "productKey", id),
                    given(device, "assignedUserPrincipalName", ""),
                    given(device, "hardwareIdentifier", ""),
                    requests,
                    clock.instant(),
                    Verdict.UNKNOWN,
                    false));
        }
        intune.add(records);
        return records;
    }

    private static String given(JsonNode device, String property, String otherwise) {
        String text = device.path(property).asString("");
        return text.isEmpty() ? otherwise : text;
    }

    private Reply list(Call call, List<String> variables) {
        Query query = Query.of(call).orElseThrow(() -> errors.refusal(call, 400, "Invalid query."));
        List<ImportRecord> found = intune.listed(pages.filterIgnored() ? record -> true : filter(call, query));
        return pages.page(call, query, found, ImportRecord::id, this::entity);
    }

    private Predicate<ImportRecord> filter(Call call, Query query) {
        if (query.field().isEmpty()) {
            return record -> true;
        }
        if (query.isOn("serialNumber", "contains")) {
            return record -> query.test().test(record.serialNumber());
        }
        if (query.isOn("importId", "eq")) {
            return record -> query.test().test(record.importId());
        }
        violations.add(call, "a filter that Intune refuses: " + query.field() + " " + query.operation());
        throw errors.refusal(call, 400, "Filter is not supported.");
    }

    private Reply get(Call call, List<String> variables) {
        return intune.record(variables.get(0))
                .map(record -> Reply.json(200, single(call, record)))
                .orElseGet(() -> errors.reply(call, 404, "No such imported device."));
    }

    private Reply delete(Call call, List<String> variables) {
        if (intune.record(variables.get(0)).isEmpty()) {
            return errors.reply(call, 404, "No such imported device.");
        }
        intune.removeRecord(variables.get(0));
        return Reply.empty(204);
    }

    private ObjectNode single(Call call, ImportRecord record) {
        ObjectNode body = JSON.createObjectNode();
        body.put(
                "@odata.context",
                "http://" + call.header("host") + "/v1.0/$metadata#deviceManagement/" + LIST + "/$entity");
        body.setAll(entity(record));
        return body;
    }

    private ObjectNode entity(ImportRecord record) {
        return Entities.imported(record, verdictShown(record));
    }

    /** The id of the registered device may follow a poll later than the status. */
    private Verdict verdictShown(ImportRecord record) {
        Verdict verdict = record.verdict();
        boolean withhold =
                lateRegistrationId && verdict.status() == Verdict.Status.complete && shownComplete.add(record.id());
        return withhold ? Verdict.complete("") : verdict;
    }
}
