// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.graph;

import dev.hwhash.registration.fake.web.Call;
import dev.hwhash.registration.fake.web.RefusedException;
import dev.hwhash.registration.fake.web.Reply;
import dev.hwhash.registration.fake.web.Route;
import dev.hwhash.registration.fake.web.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The calls of beta on importedDeviceIdentities.
 *
 * @see <a href=
 *     "https://learn.microsoft.com/graph/api/intune-enrollment-importeddeviceidentity-importdeviceidentitylist?view=graph-rest-beta">
 *     importDeviceIdentityList</a>
 */
final class CorporateCalls {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ROOT = "/beta/deviceManagement/importedDeviceIdentities";

    private final CorporateIdentifiers identifiers;
    private final Pages pages;
    private final GraphErrors errors;
    private final boolean filterRefused;

    CorporateCalls(CorporateIdentifiers identifiers, Pages pages, GraphErrors errors, boolean filterRefused) {
        this.identifiers = identifiers;
        this.pages = pages;
        this.errors = errors;
        this.filterRefused = filterRefused;
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", ROOT + "/importDeviceIdentityList", "CorporateImport", "CorporateResults", this::add),
                Route.of("GET", ROOT, Schemas.NONE, "CorporateList", this::list));
    }

    private Reply add(Call call, List<String> variables) {
        JsonNode body = JSON.readTree(call.body());
        boolean overwrite = body.path("overwriteImportedDeviceIdentities").asBoolean(false);
        List<String> normal = new ArrayList<>();
        int refused = 0;
        for (JsonNode device : body.path("importedDeviceIdentities").values()) {
            Optional<String> kept = CorporateIdentifier.normal(
                    device.path("importedDeviceIdentifier").asString(""));
            kept.ifPresent(normal::add);
            refused += kept.isPresent() ? 0 : 1;
        }
        if (refused > 0) {
            throw malformed(call, refused);
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.put(
                "@odata.context",
                "http://" + call.header("host")
                        + "/beta/$metadata#Collection(microsoft.graph.importedDeviceIdentityResult)");
        ArrayNode value = answer.putArray("value");
        for (String identifier : normal) {
            boolean stored = identifiers.add(identifier) || overwrite;
            value.add(entity(found(identifier)).put("status", stored));
        }
        return Reply.json(200, answer);
    }

    private CorporateIdentifier found(String normal) {
        return identifiers.all().stream()
                .filter(known -> known.identifier().equals(normal))
                .findFirst()
                .orElseThrow();
    }

    /** The message is itself a JSON text, as the service sends it. */
    private RefusedException malformed(Call call, int count) {
        ObjectNode inner = JSON.createObjectNode();
        inner.put("_version", 3);
        inner.put(
                "Message",
                "Invalid Device Identifier parameter found for " + count + " import records! - Operation ID "
                        + UUID.randomUUID() + " - Activity ID " + UUID.randomUUID());
        return errors.refusal(call, 400, inner.toString());
    }

    private Reply list(Call call, List<String> variables) {
        Query query = Query.of(call).orElseThrow(() -> errors.refusal(call, 400, "Invalid query."));
        boolean filtered = query.isOn("importedDeviceIdentifier", "contains");
        if (!query.field().isEmpty() && (!filtered || filterRefused)) {
            throw errors.refusal(call, 400, "Filter is not supported.");
        }
        Predicate<String> wanted = filtered ? query.test() : identifier -> true;
        List<CorporateIdentifier> found = identifiers.all().stream()
                .filter(known -> pages.filterIgnored() || wanted.test(known.identifier()))
                .toList();
        return pages.page(call, query, found, CorporateIdentifier::id, CorporateCalls::entity);
    }

    private static ObjectNode entity(CorporateIdentifier identifier) {
        ObjectNode entity = JSON.createObjectNode();
        entity.put("id", identifier.id());
        entity.put("importedDeviceIdentifier", identifier.identifier());
        entity.put("importedDeviceIdentityType", "manufacturerModelSerial");
        entity.put("lastModifiedDateTime", "2026-01-15T10:00:00Z");
        entity.put("createdDateTime", "2026-01-15T10:00:00Z");
        entity.put("lastContactedDateTime", "0001-01-01T00:00:00Z");
        entity.put("description", "");
        entity.put("enrollmentState", "notContacted");
        entity.put("platform", "windows");
        return entity;
    }
}
