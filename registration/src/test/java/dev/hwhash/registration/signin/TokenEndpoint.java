// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hwhash.registration.endpoint.Cloud;
import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.endpoint.Endpoints;
import dev.hwhash.registration.endpoint.NotAnEndpointException;
import dev.hwhash.registration.http.BareClient;
import dev.hwhash.registration.http.Connection;
import dev.hwhash.registration.http.FailureReading;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.NullMarked;

/** A login endpoint on this machine that answers what a test has laid out, in that order. */
@NullMarked
final class TokenEndpoint implements AutoCloseable {

    /** One answer. */
    record Laid(int status, String contentType, String body, Map<String, String> headers) {}

    /** One request: its path, and the fields of its form. */
    record Seen(String path, Map<String, String> form) {}

    private final HttpServer server;
    private final Queue<Laid> answers = new ArrayDeque<>();
    private final List<Seen> seen = new ArrayList<>();
    private final Connection connection =
            new Connection(BareClient.builder(Duration.ofSeconds(5)).build(), FailureReading.PLAIN, "hwhash/test");

    TokenEndpoint() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Returns the way to it. */
    Connection connection() {
        return connection;
    }

    /** Returns the endpoints of a cloud with this one in the place of Entra ID. */
    Endpoints of(Cloud cloud) {
        return cloud.endpoints().with(Optional.empty(), Optional.of(endpoint()), Optional.empty());
    }

    private Endpoint endpoint() {
        try {
            return Endpoint.of("http://127.0.0.1:" + server.getAddress().getPort());
        } catch (NotAnEndpointException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lays out a token as Entra ID gives one to an app. */
    synchronized TokenEndpoint token(String token, int seconds) {
        return json(
                200,
                "{\"token_type\":\"Bearer\",\"expires_in\":" + seconds + ",\"ext_expires_in\":" + seconds
                        + ",\"access_token\":\"" + token + "\"}");
    }

    /** Lays out a refusal. */
    synchronized TokenEndpoint refusal(String error, int number) {
        return json(
                400,
                "{\"error\":\"" + error + "\",\"error_description\":\"AADSTS" + number
                        + ": HWT-secret was quoted here. Trace ID: x\",\"error_codes\":[" + number
                        + "],\"trace_id\":\"0a0b0c0d-1111-2222-3333-444455556666\"}");
    }

    /** Lays out an answer in JSON. */
    synchronized TokenEndpoint json(int status, String body) {
        return lay(new Laid(status, "application/json; charset=utf-8", body, Map.of()));
    }

    /** Lets it take requests and answer none for a while. */
    synchronized TokenEndpoint silent() {
        return lay(new Laid(0, "", "", Map.of()));
    }

    /** Lays out any answer. */
    synchronized TokenEndpoint lay(Laid answer) {
        answers.add(answer);
        return this;
    }

    /** Returns what was asked. */
    synchronized List<Seen> seen() {
        return List.copyOf(seen);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Laid answer = next(new Seen(exchange.getRequestURI().toString(), fields(form)));
        if (answer.status() == 0) {
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized Laid next(Seen request) {
        seen.add(request);
        Laid answer = answers.poll();
        return answer == null ? new Laid(500, "text/plain", "nothing is laid out", Map.of()) : answer;
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new HashMap<>();
        for (String field : form.split("&", -1)) {
            String[] parts = field.split("=", 2);
            fields.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    @Override
    public void close() {
        connection.close();
        server.stop(0);
    }
}
