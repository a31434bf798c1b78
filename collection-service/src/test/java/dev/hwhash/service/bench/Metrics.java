// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The numbers that a service gives about itself. */
final class Metrics {

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpRequest request;

    Metrics(URI service) {
        request = HttpRequest.newBuilder(service.resolve("/metrics")).build();
    }

    /** Returns the value without labels; 0 where there is none yet. */
    double value(String name) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }
}
