// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hwhash.device.TestDevices;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.Registrar.Depth;
import dev.hwhash.registration.endpoint.Cloud;
import dev.hwhash.registration.retry.Deadline;
import dev.hwhash.registration.retry.Pace;
import dev.hwhash.registration.signin.Tenant;
import dev.hwhash.uploader.Service;
import dev.hwhash.uploader.outbox.Listed;
import dev.hwhash.uploader.outbox.Outbox;
import dev.hwhash.uploader.outbox.OutboxException;
import dev.hwhash.uploader.outbox.OutboxLimits;
import dev.hwhash.uploader.registration.Registering.Ended;
import dev.hwhash.uploader.report.RegistrationTarget;
import dev.hwhash.uploader.report.RegistrationTarget.Kind;
import dev.hwhash.uploader.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of devices that wait for a registration, and what is remembered of them. */
class RegisteringTest {

    private static final RegistrationTarget INTUNE =
            new RegistrationTarget(Kind.INTUNE, Cloud.GLOBAL, new Tenant("contoso.example"));
    private static final RegistrationTarget OTHER =
            new RegistrationTarget(Kind.INTUNE, Cloud.GLOBAL, new Tenant("fabrikam.example"));

    @TempDir
    private Path folder;

    private final Map<UUID, Fate> told = new HashMap<>();
    private Outbox outbox;

    @BeforeEach
    void name() {
        outbox = new Outbox(folder.resolve("outbox"), OutboxLimits.DEFAULT, false, Clock.systemUTC());
    }

    private Report added(String serial, RegistrationTarget target) throws OutboxException {
        Report report = Report.of(TestDevices.device(serial), "1.2.3");
        outbox.add(report, target);
        return report;
    }

    private Ended run(ScriptedRegistrar registrar) throws OutboxException {
        return new Registering(outbox, INTUNE)
                .run(
                        registrar,
                        Depth.ENDED,
                        new Deadline(Duration.ofMinutes(1), Pace.SYSTEM),
                        Duration.ZERO,
                        (report, fate) -> told.put(report.id(), fate));
    }

    @Test
    void whoIsRegisteredLeavesTheOutboxAndWhoIsRefusedIsKeptWithTheReason() throws Exception {
        Report one = added("S1", INTUNE);
        Report refused = added("REFUSED", INTUNE);
        Report late = added("LATE", INTUNE);
        Ended ended = run(new ScriptedRegistrar());
        assertThat(((Ended.Done) ended).left())
                .singleElement()
                .satisfies(left -> assertThat(left.report()).isEqualTo(late));
        assertThat(told).containsOnlyKeys(one.id(), refused.id());
        assertThat(outbox.waiting())
                .singleElement()
                .satisfies(listed -> assertThat(((Listed.Waiting) listed).id()).isEqualTo(late.id()));
        assertThat(outbox.setAside())
                .singleElement()
                .satisfies(listed ->
                        assertThat(((Listed.Rejected) listed).why().code()).isEqualTo("808"));
    }

    @Test
    void devicesOfAnotherTenantAndOfAServiceStayWhereTheyAre() throws Exception {
        Report other = added("S1", OTHER);
        outbox.add(Report.of(TestDevices.device("S2"), "1.2.3"), Service.url("https://intake.example"));
        assertThat(((Ended.Done) run(new ScriptedRegistrar())).left()).isEmpty();
        assertThat(told).isEmpty();
        assertThat(outbox.stored()).hasSize(2).anySatisfy(stored -> {
            assertThat(stored.report()).isEqualTo(other);
            assertThat(stored.target()).isEqualTo(OTHER);
        });
    }

    @Test
    void aDeviceThatMayHaveArrivedIsGivenBackAsSuchUntilItHasItsEnd() throws Exception {
        int kills = 0;
        for (int steps = 0; steps < 6; steps++) {
            List<Report> reports = new ArrayList<>();
            for (String serial : List.of("S1", "REFUSED2", "S3")) {
                reports.add(added(serial + "-" + steps, INTUNE));
            }
            ScriptedRegistrar registrar = new ScriptedRegistrar().dyingAfter(steps);
            assertThatExceptionOfType(ScriptedRegistrar.Killed.class).isThrownBy(() -> run(registrar));
            kills++;
            assertThat(((Ended.Done) run(registrar.dyingAfter(-1))).left()).isEmpty();
            assertThat(outbox.waiting()).isEmpty();
            for (Report report : reports) {
                assertThat(registrar.sent).containsEntry(report.id(), 1);
                assertThat(told).containsKey(report.id());
            }
        }
        System.out.println("kills while devices were registered: " + kills);
    }

    @Test
    void aShipmentIsForgottenOnceAllOfItHasEnded() throws Exception {
        added("S1", INTUNE);
        run(new ScriptedRegistrar());
        added("LATE", INTUNE);
        run(new ScriptedRegistrar());
        try (var shipments = Files.list(folder.resolve("outbox").resolve("shipments"))) {
            assertThat(shipments)
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(Files.readString(file)).startsWith("hwhash-shipment/1 "));
        }
    }

    @Test
    void aSecondRunAtTheSameTimeIsTold() throws Exception {
        added("S1", INTUNE);
        try (var right = outbox.drain(Duration.ZERO).orElseThrow()) {
            assertThat(right.shipments()).isEmpty();
            assertThat(run(new ScriptedRegistrar())).isInstanceOf(Ended.Busy.class);
        }
    }
}
