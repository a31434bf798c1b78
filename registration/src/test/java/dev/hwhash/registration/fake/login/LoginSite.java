// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.login;

import dev.hwhash.registration.fake.web.Call;
import dev.hwhash.registration.fake.web.RefusedException;
import dev.hwhash.registration.fake.web.Reply;
import dev.hwhash.registration.fake.web.Schemas;
import dev.hwhash.registration.fake.web.Site;
import dev.hwhash.registration.fake.web.Violations;
import java.time.InstantSource;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Microsoft Entra ID, as far as a client asks for tokens: version 2.0 of its endpoints.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow">Client
 *     credentials</a>
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code">Device code</a>
 */
public final class LoginSite implements Site {

    private static final JsonMapper JSON = new JsonMapper();

    private final Schemas schemas = Schemas.of("login");
    private final LoginErrors errors;
    private final Grants grants;
    private final DeviceCodes codes;
    private final Violations violations;

    /**
     * Makes the site.
     *
     * @param directory whose tokens it gives out
     * @param codes the device codes it gives out
     * @param clock the time
     * @param violations where breaches are noted
     */
    public LoginSite(Directory directory, DeviceCodes codes, InstantSource clock, Violations violations) {
        this.errors = new LoginErrors(clock);
        this.grants = new Grants(directory, codes, errors, clock);
        this.codes = codes;
        this.violations = violations;
    }

    @Override
    public Reply answer(Call call) {
        Reply reply;
        try {
            reply = asked(call);
        } catch (RefusedException e) {
            reply = e.reply();
        }
        schemas.breaches(reply.status() < 300 ? schema(call, "Answer") : "Error", reply.body())
                .forEach(breach -> violations.add(call, "own answer: " + breach));
        return reply;
    }

    private Reply asked(Call call) {
        String path = call.path();
        if (call.method().equals("GET") && path.endsWith("/v2.0/.well-known/openid-configuration")) {
            return Reply.json(
                    200,
                    Discovery.configuration(
                            "http://" + call.header("host"), call.segments().get(0)));
        }
        if (call.method().equals("GET") && path.endsWith("/discovery/instance")) {
            return Reply.json(200, Discovery.instance("http://" + call.header("host"), Directory.TENANT));
        }
        if (call.segments().size() != 4 || !call.method().equals("POST") || !path.contains("/oauth2/v2.0/")) {
            violations.add(call, "no such call");
            throw errors.refusal(404, "invalid_request", 900144, "no such endpoint");
        }
        Map<String, String> form = form(call);
        if (!Directory.isTenant(call.segments().get(0))) {
            throw errors.refusal(400, "invalid_request", 90002, "Tenant not found.");
        }
        return path.endsWith("/devicecode")
                ? Reply.json(200, codes.start(form, "http://" + call.header("host")))
                : Reply.json(200, grants.token(form, "http://" + call.header("host") + path));
    }

    private Map<String, String> form(Call call) {
        if (!call.header("content-type").startsWith("application/x-www-form-urlencoded")) {
            violations.add(call, "not form-encoded");
            throw errors.refusal(400, "invalid_request", 900144, "The request body must be form-encoded.");
        }
        Map<String, String> form = Call.form(call.body());
        ObjectNode json = JSON.createObjectNode();
        form.forEach(json::put);
        schemas.breaches(schema(call, "Request"), json.toString()).forEach(breach -> violations.add(call, breach));
        return form;
    }

    private static String schema(Call call, String kind) {
        String last = call.segments().get(call.segments().size() - 1);
        return switch (last) {
            case "token" -> "Token" + kind;
            case "devicecode" -> "DeviceCode" + kind;
            default -> "Discovery";
        };
    }

    @Override
    public Reply failure(Call call, int status) {
        return errors.refusal(status, status == 401 ? "invalid_client" : "temporarily_unavailable", 90033, "A fault.")
                .reply();
    }
}
