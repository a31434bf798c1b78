// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hwhash.device.Field;
import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Registrar.Depth;
import dev.hwhash.registration.Unsettled;
import dev.hwhash.registration.credential.AccessToken;
import dev.hwhash.registration.credential.AccessTokens;
import dev.hwhash.registration.credential.AccessTokens.Resource;
import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.endpoint.Origin;
import dev.hwhash.registration.fake.FakeTime;
import dev.hwhash.registration.http.BareClient;
import dev.hwhash.registration.http.Calls;
import dev.hwhash.registration.http.Connection;
import dev.hwhash.registration.http.FailureReading;
import dev.hwhash.registration.retry.Deadline;
import dev.hwhash.registration.retry.RetryPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A Graph that refuses an import as a whole for some serial numbers, and quotes the hash as the real one does. */
final class RefusingGraph implements AutoCloseable {

    final MemoryLedger ledger = new MemoryLedger();
    private final FakeTime time = new FakeTime();
    private final List<String> poison;
    private final List<Integer> sizes = new ArrayList<>();
    private final ArrayNode taken = Json.object().putArray("value");
    private final HttpServer server;
    private final Connection connection =
            new Connection(BareClient.builder(Duration.ofSeconds(20)).build(), FailureReading.PLAIN, "hwhash-test");

    RefusingGraph(String... poison) {
        this.poison = List.of(poison);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    List<Unsettled> run(List<Entry> entries) throws LedgerException {
        Calls calls = new Calls(connection, new OneToken(endpoint()), Resource.GRAPH, RetryPolicy.DEFAULT, time);
        return new IntuneRegistrar(calls, IntuneOptions.DEFAULT, time)
                .register(entries, List.of(), ledger, Depth.ENDED, new Deadline(Duration.ofHours(1), time));
    }

    /** How many devices the imports had, in the order in which they came. */
    List<Integer> sizes() {
        return sizes;
    }

    List<String> refused(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> ledger.fate(entry.id()) instanceof Fate.Refused)
                .map(entry -> Device.value(entry, Field.SERIAL_NUMBER))
                .toList();
    }

    private Endpoint endpoint() {
        return new Endpoint(new Origin("http", "127.0.0.1", server.getAddress().getPort()), "");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (path.endsWith("/import")) {
                importing(exchange, Json.read(body).orElseThrow());
            } else if (exchange.getRequestMethod().equals("DELETE")) {
                exchange.sendResponseHeaders(204, -1);
            } else {
                one(exchange, path.substring(path.lastIndexOf('/') + 1));
            }
        }
    }

    private void importing(HttpExchange exchange, JsonNode body) throws IOException {
        JsonNode devices = body.path("importedWindowsAutopilotDeviceIdentities");
        sizes.add(devices.size());
        for (JsonNode device : devices.values()) {
            if (poison.contains(device.path("serialNumber").stringValue(""))) {
                refuse(exchange, device.path("hardwareIdentifier").stringValue(""));
                return;
            }
        }
        ObjectNode answer = Json.object();
        ArrayNode value = answer.putArray("value");
        for (JsonNode device : devices.values()) {
            ObjectNode record = value.addObject();
            String id = device.path("importId").stringValue("");
            record.put("id", id).put("importId", id);
            record.put("serialNumber", device.path("serialNumber").stringValue(""));
            record.putObject("state").put("deviceImportStatus", "complete").put("deviceRegistrationId", id);
            taken.add(record);
        }
        answer(exchange, 200, answer);
    }

    private static void refuse(HttpExchange exchange, String hash) throws IOException {
        exchange.getResponseHeaders().add("request-id", "4c9c2a1e");
        ObjectNode inner = Json.object()
                .put("_version", 3)
                .put("Message", "Cannot convert the literal '" + hash + "' to the expected type 'Edm.Binary'.");
        ObjectNode body = Json.object();
        body.putObject("error").put("code", "BadRequest").put("message", inner.toString());
        answer(exchange, 400, body);
    }

    /** Records and devices have the same ids here. */
    private void one(HttpExchange exchange, String id) throws IOException {
        for (JsonNode record : taken.values()) {
            if (record.path("id").stringValue("").equals(id)) {
                answer(exchange, 200, record);
                return;
            }
        }
        exchange.sendResponseHeaders(404, -1);
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        connection.close();
        server.stop(0);
    }

    /** A token that is always good. */
    private record OneToken(Endpoint endpoint) implements AccessTokens {

        @Override
        public Endpoint endpoint(Resource resource) {
            return endpoint;
        }

        @Override
        public AccessToken token(Resource resource, Duration deadline) {
            return new AccessToken(endpoint.origin(), "good");
        }

        @Override
        public AccessToken renewed(Resource resource, AccessToken refused, Duration deadline) {
            return token(resource, deadline);
        }

        @Override
        public boolean ofUser() {
            return false;
        }
    }
}
