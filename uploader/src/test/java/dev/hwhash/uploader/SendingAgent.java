// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader;

import dev.hwhash.device.TestDevices;
import dev.hwhash.registration.retry.RetryPolicy;
import dev.hwhash.uploader.http.TransportSettings;
import dev.hwhash.uploader.outbox.Outbox;
import dev.hwhash.uploader.outbox.OutboxLimits;
import dev.hwhash.uploader.report.Report;
import dev.hwhash.uploader.report.ServiceUrl;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A process that adds reports, tells each once it is durable, and sends what waits, its own or not. */
public final class SendingAgent {

    private SendingAgent() {}

    /** Takes the outbox, the port of the service, a name and how many reports to add. */
    public static void main(String[] args) throws Exception {
        Outbox outbox = new Outbox(Path.of(args[0]), OutboxLimits.DEFAULT, true, Clock.systemUTC());
        ServiceUrl service = Service.at(Integer.parseInt(args[1]));
        for (int i = 0; i < Integer.parseInt(args[3]); i++) {
            Report report = Report.of(TestDevices.device(args[2] + i), "1.2.3");
            outbox.add(report, service);
            System.out.println("added " + report.id());
        }
        Run run = new Run(
                Optional.empty(),
                List.of(Service.token(service)),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1));
        try (Uploader uploader = Uploader.of(outbox, TransportSettings.usual("1.2.3", false), RetryPolicy.DEFAULT)) {
            Ended ended = uploader.send(run, fate -> System.out.println("sent " + fate.reportId()));
            System.out.println(ended);
        }
    }
}
