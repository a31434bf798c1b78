// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import dev.hwhash.device.TestDevices;
import dev.hwhash.uploader.Service;
import dev.hwhash.uploader.http.Transport.Attempt;
import dev.hwhash.uploader.report.Report;
import dev.hwhash.uploader.report.ServiceUrl;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** One attempt against a server on loopback. */
final class Answers {

    static final Report REPORT = Report.of(TestDevices.device("S1"), "1.2.3");

    private Answers() {}

    static TransportSettings settings(Optional<Path> caFile) {
        return new TransportSettings(
                "1.2.3", Optional.empty(), Optional.empty(), caFile, false, Duration.ofMillis(700));
    }

    static Outcome send(ServiceUrl service) throws UnusableSettingsException {
        return send(service, settings(Optional.empty()));
    }

    static Outcome send(ServiceUrl service, TransportSettings settings) throws UnusableSettingsException {
        try (OkHttpTransport transport = OkHttpTransport.of(settings)) {
            return transport.send(new Attempt(REPORT, service, Service.token(service), Duration.ofSeconds(20)));
        }
    }

    static Outcome.Unsettled unsettled(Outcome outcome) {
        if (outcome instanceof Outcome.Unsettled unsettled) {
            return unsettled;
        }
        throw new AssertionError("decided: " + outcome);
    }
}
