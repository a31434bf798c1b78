// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.login;

import dev.hwhash.registration.fake.login.Token.Audience;
import dev.hwhash.registration.fake.login.Token.Kind;
import dev.hwhash.registration.fake.web.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes a credential and gives a token. */
final class Grants {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String USER_ID = "5d2f8c1e-3b4a-4f6d-8e7c-9a0b1c2d3e4f";
    /** Microsoft's own library sends these with every request, and they are taken in silence where they mean nothing. */
    private static final List<String> OPEN_ID = List.of("openid", "profile", "offline_access");

    private static final List<String> GRAPH = List.of(
            "https://graph.microsoft.com/",
            "https://graph.microsoft.us/",
            "https://dod-graph.microsoft.us/",
            "https://microsoftgraph.chinacloudapi.cn/");
    private static final List<String> PARTNER_CENTER =
            List.of("https://api.partnercenter.microsoft.com/", "https://partner.partnercenterapi.microsoftonline.cn/");

    private final Directory directory;
    private final DeviceCodes codes;
    private final LoginErrors errors;
    private final InstantSource clock;

    Grants(Directory directory, DeviceCodes codes, LoginErrors errors, InstantSource clock) {
        this.directory = directory;
        this.codes = codes;
        this.errors = errors;
        this.clock = clock;
    }

    ObjectNode token(Map<String, String> form, String endpoint) {
        if (!form.getOrDefault("client_id", "").equals(Directory.CLIENT_ID)) {
            throw errors.refusal(400, "unauthorized_client", 700016, "Application was not found in the directory.");
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> byApp(form, endpoint);
            case "refresh_token" -> byRefreshToken(form);
            case "urn:ietf:params:oauth:grant-type:device_code" -> byDeviceCode(form);
            default -> throw errors.refusal(400, "unsupported_grant_type", 70003, "The grant type is not supported.");
        };
    }

    private ObjectNode byApp(Map<String, String> form, String endpoint) {
        if (form.containsKey("client_assertion")) {
            checkAssertion(form.getOrDefault("client_assertion", ""), endpoint);
        } else {
            checkSecret(form.getOrDefault("client_secret", ""));
        }
        String scope = form.getOrDefault("scope", "");
        List<String> ofResources = new ArrayList<>(List.of(scope.split(" ", -1)));
        ofResources.removeAll(OPEN_ID);
        if (ofResources.size() != 1 || !ofResources.get(0).endsWith("/.default")) {
            throw errors.refusal(400, "invalid_scope", 1002012, "The scope must end with /.default.");
        }
        return answer(audience(scope), Kind.APP);
    }

    private void checkSecret(String secret) {
        if (directory.secretExpired()) {
            throw errors.refusal(401, "invalid_client", 7000222, "The provided client secret keys are expired.");
        }
        if (!secret.equals(Directory.CLIENT_SECRET)) {
            throw errors.refusal(401, "invalid_client", 7000215, "Invalid client secret provided.");
        }
    }

    private void checkAssertion(String text, String endpoint) {
        Assertion assertion = Assertion.read(text).orElseThrow(() -> notSigned("no JWT"));
        Optional<String> fault = assertion.fault(Directory.CLIENT_ID, endpoint, directory.certificates());
        if (fault.isPresent()) {
            throw notSigned(fault.get());
        }
        if (!assertion.isTimely(clock.instant())) {
            throw errors.refusal(401, "invalid_client", 700024, "Client assertion is not within its valid time range.");
        }
        if (!directory.firstUse(assertion.claims().path("jti").asString(""))) {
            throw notSigned("a jti that came before");
        }
    }

    private RefusedException notSigned(String why) {
        return errors.refusal(401, "invalid_client", 700027, "Client assertion failed validation: " + why + ".");
    }

    private ObjectNode byRefreshToken(Map<String, String> form) {
        Kind kind = directory
                .redeem(form.getOrDefault("refresh_token", ""))
                .orElseThrow(() -> errors.refusal(400, "invalid_grant", 700082, "The refresh token has expired."));
        return userAnswer(form, kind);
    }

    private ObjectNode byDeviceCode(Map<String, String> form) {
        return switch (codes.poll(form.getOrDefault("device_code", ""))) {
            case PENDING -> throw errors.refusal(400, "authorization_pending", 70016, "Authorization is pending.");
            case SLOW_DOWN -> throw errors.refusal(400, "slow_down", 70016, "Polled too often.");
            case DECLINED -> throw errors.refusal(400, "authorization_declined", 70018, "The user declined.");
            case EXPIRED -> throw errors.refusal(400, "expired_token", 70020, "The device code has expired.");
            case UNKNOWN -> throw errors.refusal(400, "bad_verification_code", 70019, "No such device code.");
            case APPROVED -> userAnswer(form, codes.kind());
        };
    }

    private ObjectNode userAnswer(Map<String, String> form, Kind kind) {
        String scope = form.getOrDefault("scope", "");
        ObjectNode answer = answer(audience(scope), kind);
        answer.put("scope", scope);
        answer.put("id_token", idToken());
        answer.put("client_info", encoded("{\"uid\":\"" + USER_ID + "\",\"utid\":\"" + Directory.TENANT + "\"}"));
        if (scope.contains("offline_access")) {
            answer.put("refresh_token", directory.issueRefreshToken(kind));
        }
        return answer;
    }

    private ObjectNode answer(Audience audience, Kind kind) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("token_type", "Bearer");
        answer.put("expires_in", directory.lifetime().toSeconds());
        answer.put("ext_expires_in", directory.lifetime().toSeconds());
        answer.put("access_token", directory.issue(audience, kind).text());
        return answer;
    }

    private Audience audience(String scopes) {
        for (String scope : scopes.split(" ", -1)) {
            if (GRAPH.stream().anyMatch(scope::startsWith)) {
                return Audience.GRAPH;
            }
            if (PARTNER_CENTER.stream().anyMatch(scope::startsWith)) {
                return Audience.PARTNER_CENTER;
            }
        }
        throw errors.refusal(400, "invalid_scope", 70011, "The provided value for 'scope' is not valid.");
    }

    /** Unsigned: it came over the connection to the issuer, and nobody checks its signature there. */
    private String idToken() {
        ObjectNode claims = JSON.createObjectNode();
        claims.put("iss", "https://login.microsoftonline.com/" + Directory.TENANT + "/v2.0");
        claims.put("aud", Directory.CLIENT_ID);
        claims.put("sub", USER_ID);
        claims.put("oid", USER_ID);
        claims.put("tid", Directory.TENANT);
        claims.put("preferred_username", "admin@" + Directory.DOMAIN);
        claims.put("exp", clock.instant().plusSeconds(3600).getEpochSecond());
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + encoded(claims.toString()) + ".";
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
