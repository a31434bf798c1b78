// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.token.NewToken;
import dev.hwhash.service.token.Token;
import dev.hwhash.service.token.TokenKind;
import dev.hwhash.service.token.TokenMaker;
import dev.hwhash.service.token.TokenSecret;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/tokens}: makes, lists and revokes tokens, by an admin token. */
public final class TokenRoutes implements Routes {

    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    private final Tokens tokens;
    private final TokenMaker maker;
    private final Clock clock;

    /**
     * Makes the routes.
     *
     * @param tokens says who may
     * @param maker makes, lists and revokes
     * @param clock says what has expired
     */
    public TokenRoutes(Tokens tokens, TokenMaker maker, Clock clock) {
        this.tokens = tokens;
        this.maker = maker;
        this.clock = clock;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/v1/tokens", this::create);
        routes.get("/v1/tokens", this::list);
        routes.delete("/v1/tokens/{id}", this::revoke);
    }

    private void create(Context context) {
        Actor actor = Tokens.actor(context, tokens.require(context, TokenKind.ADMIN));
        BodyEncoding encoding = BodyEncoding.of(context);
        context.future(() -> RequestBody.read(context.req()).thenAccept(wire -> {
            NewToken wanted = TokenRequest.read(encoding.inflated(wire), clock.instant());
            TokenMaker.Made made = maker.make(wanted, actor);
            write(context, made);
        }));
    }

    /** The only time that the token is told. */
    private void write(Context context, TokenMaker.Made made) {
        TokenSecret secret = made.secret();
        context.status(CREATED)
                .header("Cache-Control", "no-store")
                .contentType(Json.MEDIA_TYPE)
                .result(Json.bytes(json(made.token()).put("token", secret.text())));
    }

    private void list(Context context) {
        tokens.require(context, TokenKind.ADMIN);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("tokens");
        maker.all().forEach(token -> list.add(json(token)));
        context.header("Cache-Control", "no-store").contentType(Json.MEDIA_TYPE).result(Json.bytes(answer));
    }

    private void revoke(Context context) {
        Actor actor = Tokens.actor(context, tokens.require(context, TokenKind.ADMIN));
        String id = context.pathParam("id");
        boolean there = id.matches("[0-9]{1,18}") && maker.revoke(Long.parseLong(id), actor);
        if (!there) {
            throw new ProblemException(
                    ProblemCode.NOT_FOUND, "there is no token with that id; GET /v1/tokens lists all");
        }
        context.status(NO_CONTENT);
    }

    private static ObjectNode json(Token token) {
        ObjectNode json = Json.object()
                .put("id", token.id())
                .put("kind", token.kind().toString())
                .put("name", token.name())
                .put("createdAt", token.createdAt().toString())
                .put("uses", token.uses());
        token.expiresAt().map(Instant::toString).ifPresent(time -> json.put("expiresAt", time));
        OptionalLong limit = token.useLimit();
        if (limit.isPresent()) {
            json.put("useLimit", limit.getAsLong());
        }
        token.revokedAt().map(Instant::toString).ifPresent(time -> json.put("revokedAt", time));
        return json;
    }
}
