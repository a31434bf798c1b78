// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.login;

import dev.hwhash.registration.endpoint.Cloud;
import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.endpoint.Endpoints;
import dev.hwhash.registration.endpoint.NotAnEndpointException;
import dev.hwhash.registration.signin.CertificateKey;
import dev.hwhash.registration.signin.SignIn;
import dev.hwhash.registration.signin.Tenant;
import dev.hwhash.registration.signin.UnusableCertificateException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A login as JSON in UTF-8, all of it a secret. Pure. */
final class LoginText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Raised when an older hwhash must not read it. */
    private static final int VERSION = 1;

    private LoginText() {}

    /** Returns a login as bytes. */
    static byte[] of(Login login) {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", VERSION);
        root.put("cloud", login.endpoints().cloud().toString());
        root.put("graph", login.endpoints().graph().toString());
        root.put("login", login.endpoints().login().toString());
        login.endpoints().partnerCenter().ifPresent(at -> root.put("partnerCenter", at.toString()));
        root.put("tenant", login.signIn().tenant().toString());
        root.put("clientId", login.signIn().clientId().toString());
        if (login.signIn() instanceof SignIn.ClientSecret app) {
            root.put("clientSecret", app.secret());
        } else if (login.signIn() instanceof SignIn.ClientCertificate app) {
            root.put("certificate", app.certificate().pem());
        }
        login.tokens().ifPresent(tokens -> root.put("tokens", tokens));
        return JSON.writeValueAsBytes(root);
    }

    /** Reads it back; empty where these bytes are none. */
    static Optional<Login> read(byte[] bytes) {
        try {
            JsonNode root = JSON.readTree(bytes);
            if (root.path("version").asInt(0) != VERSION) {
                return Optional.empty();
            }
            return Optional.of(new Login(endpoints(root), signIn(root), text(root, "tokens")));
        } catch (JacksonException
                | IllegalArgumentException
                | NotAnEndpointException
                | UnusableCertificateException e) {
            return Optional.empty();
        }
    }

    private static Endpoints endpoints(JsonNode root) throws NotAnEndpointException {
        Cloud cloud = Cloud.named(required(root, "cloud")).orElseThrow(IllegalArgumentException::new);
        Optional<String> partnerCenter = text(root, "partnerCenter");
        return new Endpoints(
                cloud,
                Endpoint.of(required(root, "graph")),
                Endpoint.of(required(root, "login")),
                partnerCenter.isEmpty() ? Optional.empty() : Optional.of(Endpoint.of(partnerCenter.get())));
    }

    private static SignIn signIn(JsonNode root) throws UnusableCertificateException {
        Tenant tenant = new Tenant(required(root, "tenant"));
        UUID clientId = UUID.fromString(required(root, "clientId"));
        Optional<String> secret = text(root, "clientSecret");
        Optional<String> certificate = text(root, "certificate");
        if (secret.isPresent()) {
            return new SignIn.ClientSecret(tenant, clientId, secret.get());
        }
        return certificate.isEmpty()
                ? new SignIn.User(tenant, clientId)
                : new SignIn.ClientCertificate(
                        tenant,
                        clientId,
                        CertificateKey.read(certificate.get().getBytes(StandardCharsets.US_ASCII), Optional.empty()));
    }

    private static String required(JsonNode root, String name) {
        return text(root, name).orElseThrow(IllegalArgumentException::new);
    }

    private static Optional<String> text(JsonNode root, String name) {
        return Optional.of(root.path(name).asString("")).filter(value -> !value.isEmpty());
    }
}
