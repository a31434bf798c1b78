// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.Field;
import dev.hwhash.device.TestDevices;
import dev.hwhash.registration.retry.RetryPolicy;
import dev.hwhash.uploader.http.TransportSettings;
import dev.hwhash.uploader.outbox.Outbox;
import dev.hwhash.uploader.outbox.OutboxLimits;
import dev.hwhash.uploader.report.Report;
import dev.hwhash.uploader.report.ServiceUrl;
import dev.hwhash.uploader.report.Token;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: from the outbox over HTTP to a receipt. */
class UploaderTest {

    private final MockWebServer server = new MockWebServer();
    private final List<Fate> fates = new ArrayList<>();

    @TempDir
    private Path folder;

    private Outbox outbox;
    private ServiceUrl service;

    @BeforeEach
    void start() throws Exception {
        server.start();
        service = Service.at(server.getPort());
        outbox = new Outbox(folder.resolve("outbox"), OutboxLimits.DEFAULT, true, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Ended send(Token... tokens) throws Exception {
        Run run = new Run(
                Optional.empty(), List.of(tokens), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ZERO);
        try (Uploader uploader =
                Uploader.of(outbox, TransportSettings.usual("1.2.3", false), RetryPolicy.DEFAULT.withAttempts(1))) {
            return uploader.send(run, fates::add);
        }
    }

    private void answers(Function<RecordedRequest, MockResponse> answer) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer.apply(request);
            }
        });
    }

    @Test
    void aReportLeavesTheOutboxByItsReceipt() throws Exception {
        Report report = Report.of(TestDevices.device("S1"), "1.2.3");
        outbox.add(report, service);
        answers(Service::receipt);

        assertThat(send(Service.token(service))).isEqualTo(new Ended.Done(List.of()));

        assertThat(fates)
                .containsExactly(new Fate.Delivered(
                        report.id(), Optional.of("S1"), service, Instant.parse(Service.RECEIVED_AT)));
        assertThat(outbox.waiting()).isEmpty();
        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("PUT");
        assertThat(request.getUrl().encodedPath()).isEqualTo("/v1/reports/" + report.id());
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer enrol-0123456789");
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("hwhash/1.2.3");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(Service.body(request)).isEqualTo(report.body());
    }

    @Test
    void whatIsToldHoldsNeitherHashNorToken() throws Exception {
        Report report = Report.of(TestDevices.device("S1"), "1.2.3");
        String hash = TestDevices.device("S1").value(Field.HARDWARE_HASH).orElseThrow();
        for (int status : new int[] {200, 302, 401, 407, 422, 503}) {
            outbox.add(report, service);
            // A gateway that echoes what it was sent, in a page of its own and in the service's form.
            answers(request -> Service.json(
                    status,
                    status == 422 ? "application/problem+json" : "text/html",
                    "{\"code\":\"made-up\",\"detail\":\"" + request.getHeaders().get("User-Agent") + "\",\"echo\":\""
                            + hash + "\"}"));
            send(Service.token(service));
        }
        assertThat(fates).hasSize(6);
        assertThat(fates.toString()).doesNotContain("enrol-0123456789", hash.substring(0, 40));
    }
}
