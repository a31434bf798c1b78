// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import dev.hwhash.service.search.DeviceDetails;
import dev.hwhash.service.search.DeviceDirectory;
import dev.hwhash.service.search.DeviceQuery;
import dev.hwhash.service.search.Position;
import dev.hwhash.service.token.TokenKind;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** {@code /v1/devices}: list, search, and one device. */
public final class DeviceRoutes implements Routes {

    private static final String ID = "deviceId";

    private final Tokens tokens;
    private final DeviceDirectory devices;

    /**
     * Makes the routes.
     *
     * @param tokens who may read
     * @param devices what is read
     */
    public DeviceRoutes(Tokens tokens, DeviceDirectory devices) {
        this.tokens = tokens;
        this.devices = devices;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/v1/devices", this::list);
        routes.get("/v1/devices/{" + ID + "}", this::show);
    }

    private void list(Context context) {
        tokens.require(context, TokenKind.EXPORT);
        answer(context, DeviceJson.page(devices.page(query(context))));
    }

    private static DeviceQuery query(Context context) {
        String start = Parameters.one(context, "query").orElse("");
        int limit = Parameters.number(context, "limit", DeviceQuery.USUAL, 1, DeviceQuery.MOST);
        if (start.length() > DeviceQuery.LONGEST_START) {
            throw Parameters.malformed(
                    "query has " + start.length() + " characters; the most are " + DeviceQuery.LONGEST_START);
        }
        DeviceQuery query = new DeviceQuery(start, limit, after(context));
        if (!query.fits()) {
            throw Parameters.malformed("after belongs to another query; begin again without it");
        }
        return query;
    }

    private static Optional<Position> after(Context context) {
        Optional<String> cursor = Parameters.one(context, "after").filter(text -> !text.isEmpty());
        Optional<Position> position = cursor.flatMap(Position::of);
        if (cursor.isPresent() && position.isEmpty()) {
            throw Parameters.malformed("after is no cursor; send the next of the page before, or begin without it");
        }
        return position;
    }

    private void show(Context context) {
        tokens.require(context, TokenKind.EXPORT);
        Optional<DeviceDetails> device = devices.device(Parameters.id(context, ID));
        if (device.isEmpty()) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "there is no device with this number");
        }
        answer(context, DeviceJson.details(device.get()));
    }

    private static void answer(Context context, JsonNode json) {
        context.header("Cache-Control", "no-store").contentType(Json.MEDIA_TYPE).result(Json.bytes(json));
    }
}
