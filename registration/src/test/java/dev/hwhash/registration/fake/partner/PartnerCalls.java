// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.partner;

import dev.hwhash.registration.fake.web.Call;
import dev.hwhash.registration.fake.web.Reply;
import dev.hwhash.registration.fake.web.Route;
import dev.hwhash.registration.fake.web.Schemas;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calls on device batches.
 *
 * @see <a href="https://learn.microsoft.com/partner-center/developer/device-deployment">Device deployment</a>
 */
final class PartnerCalls {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BATCHES = "/v1/customers/*/deviceBatches";
    private static final int PAGE = 100;

    private final Partners partners;
    private final PartnerJson json;
    private final InstantSource clock;
    private final boolean existingBatchIs400;

    PartnerCalls(Partners partners, InstantSource clock, boolean existingBatchIs400) {
        this.partners = partners;
        this.json = new PartnerJson(partners);
        this.clock = clock;
        this.existingBatchIs400 = existingBatchIs400;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", BATCHES, Schemas.NONE, "BatchList", this::batches),
                Route.of("POST", BATCHES, "CreateBatch", Schemas.NONE, this::create),
                Route.of("POST", BATCHES + "/*/devices", "AddDevices", Schemas.NONE, this::add),
                Route.of("GET", BATCHES + "/*/devices", Schemas.NONE, "DeviceList", this::devices),
                Route.of("DELETE", BATCHES + "/*/devices/*", Schemas.NONE, Schemas.NONE, this::delete),
                Route.of("GET", "/v1/customers/*/batchJobStatus/*", Schemas.NONE, "UploadDetails", this::status));
    }

    private Reply batches(Call call, List<String> variables) {
        return Reply.json(200, json.batches(variables.get(0), partners.shownBatches()));
    }

    private Reply create(Call call, List<String> variables) {
        JsonNode body = JSON.readTree(call.body());
        String name = body.path("batchId").asString("");
        List<PartnerDevice> devices = devices(name, body.path("devices"));
        if (partners.hasBatch(name)) {
            return PartnerErrors.reply(existingBatchIs400 ? 400 : 409, "3000", "The batch exists already.");
        }
        return taken(variables.get(0), name, devices);
    }

    private Reply add(Call call, List<String> variables) {
        String name = variables.get(1);
        if (!partners.hasBatch(name)) {
            return notFound();
        }
        return taken(variables.get(0), name, devices(name, JSON.readTree(call.body())));
    }

    /** The address is relative and lacks the version, as in the original. */
    private Reply taken(String customer, String batch, List<PartnerDevice> devices) {
        Job job = partners.take(customer, batch, devices);
        return Reply.empty(202).with("Location", "/customers/" + customer + "/batchJobStatus/" + job.id());
    }

    private List<PartnerDevice> devices(String batch, JsonNode sent) {
        List<PartnerDevice> devices = new ArrayList<>();
        for (JsonNode device : sent.values()) {
            PartnerDevice read = new PartnerDevice(
                    UUID.randomUUID().toString(),
                    batch,
                    device.path("serialNumber").asString(""),
                    device.path("productKey").asString(""),
                    device.path("hardwareHash").asString(""),
                    device.path("oemManufacturerName").asString(""),
                    device.path("modelName").asString(""),
                    clock.instant(),
                    "",
                    "");
            if (!read.isIdentified()) {
                throw PartnerErrors.refusal(400, "3000", "A device has none of the combinations that identify it.");
            }
            devices.add(read);
        }
        return devices;
    }

    private Reply devices(Call call, List<String> variables) {
        if (!partners.hasBatch(variables.get(1))) {
            return notFound();
        }
        List<PartnerDevice> all = partners.shown(variables.get(1));
        String token = call.header("MS-ContinuationToken");
        int from = token.matches("page-[0-9]{1,6}") ? Integer.parseInt(token.substring("page-".length())) : 0;
        int to = Math.min(from + PAGE, all.size());
        return Reply.json(200, json.devices(all.subList(Math.min(from, to), to), all.size(), to));
    }

    private Reply delete(Call call, List<String> variables) {
        for (PartnerDevice device : partners.shown(variables.get(1))) {
            if (device.id().equals(variables.get(2))) {
                partners.remove(device);
                return Reply.empty(204);
            }
        }
        return notFound();
    }

    private Reply status(Call call, List<String> variables) {
        return partners.job(variables.get(0), variables.get(1))
                .map(job -> Reply.json(200, json.details(job)))
                .orElseGet(PartnerCalls::notFound);
    }

    private static Reply notFound() {
        return PartnerErrors.reply(404, "1000", "Not found.");
    }
}
