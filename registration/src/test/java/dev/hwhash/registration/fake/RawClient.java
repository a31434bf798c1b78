// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake;

import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.fake.login.Token.Audience;
import dev.hwhash.registration.fake.login.Token.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a fake by the means of the JDK: nothing of the code under test takes part. */
final class RawClient {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> headers = new HashMap<>();
    private final Endpoint endpoint;

    RawClient(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    static RawClient ofGraph(FakeMicrosoft fake) {
        RawClient client = new RawClient(fake.graph());
        client.authorization(
                "Bearer " + fake.directory().issue(Audience.GRAPH, Kind.APP).text());
        return client;
    }

    static RawClient ofPartnerCenter(FakeMicrosoft fake, Kind kind) {
        RawClient client = new RawClient(fake.partnerCenter());
        client.authorization("Bearer "
                + fake.directory().issue(Audience.PARTNER_CENTER, kind).text());
        client.header("Accept", "application/json");
        client.header("MS-Contract-Version", "v1");
        client.header("MS-CorrelationId", UUID.randomUUID().toString());
        client.header("MS-RequestId", UUID.randomUUID().toString());
        return client;
    }

    /** Sends the next request under an id of its own. */
    RawClient anew() {
        header("MS-RequestId", UUID.randomUUID().toString());
        return this;
    }

    /** What came back. */
    record Got(int status, Map<String, String> headers, String body) {

        JsonNode json() {
            return new JsonMapper().readTree(body);
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    void authorization(String value) {
        header("Authorization", value);
    }

    void header(String name, String value) {
        if (value.isEmpty()) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
    }

    Got get(String path) {
        return getAt(endpoint + path);
    }

    Got getAt(String url) {
        return sent("GET", url, "", "");
    }

    Got delete(String path) {
        return sent("DELETE", endpoint + path, "", "");
    }

    Got post(String path, String json) {
        return sent("POST", endpoint + path, json, "application/json");
    }

    Got form(String path, String form) {
        return sent("POST", endpoint + path, form, "application/x-www-form-urlencoded");
    }

    private Got sent(String method, String url, String body, String type) {
        String escaped = url.replace(" ", "%20").replace("$", "%24");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(escaped))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (!body.isEmpty()) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            Map<String, String> got = new HashMap<>();
            response.headers().map().forEach((name, values) -> got.put(name, values.get(0)));
            return new Got(response.statusCode(), got, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
