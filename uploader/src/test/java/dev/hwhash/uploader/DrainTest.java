// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.TestDevices;
import dev.hwhash.registration.retry.Pace;
import dev.hwhash.registration.retry.RetryPolicy;
import dev.hwhash.uploader.Fate.CredentialsRefused;
import dev.hwhash.uploader.Fate.Delivered;
import dev.hwhash.uploader.Fate.Kept;
import dev.hwhash.uploader.Fate.Refused;
import dev.hwhash.uploader.Fate.Why;
import dev.hwhash.uploader.http.Outcome;
import dev.hwhash.uploader.http.Outcome.Cause;
import dev.hwhash.uploader.http.Transport.Attempt;
import dev.hwhash.uploader.outbox.Drain;
import dev.hwhash.uploader.outbox.Listed;
import dev.hwhash.uploader.outbox.Outbox;
import dev.hwhash.uploader.outbox.OutboxLimits;
import dev.hwhash.uploader.report.Report;
import dev.hwhash.uploader.report.ServiceUrl;
import dev.hwhash.uploader.report.Token;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run makes of what waits: in which order, how often, until when. */
class DrainTest {

    private static final ServiceUrl HERE = Service.url("https://here.example");
    private static final ServiceUrl THERE = Service.url("https://there.example/prefix");
    private static final Instant RECEIVED = Instant.parse("2026-11-21T10:00:00Z");
    private static final Outcome RECEIPT = new Outcome.Received(RECEIVED);
    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    private static final Duration STANDSTILL = Duration.ofMinutes(4);

    private final FakePace pace = new FakePace();
    private final List<Fate> fates = new ArrayList<>();
    private RetryPolicy policy = RetryPolicy.DEFAULT.withAttempts(3);
    private int seconds;

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void name() {
        folder = temporary.resolve("outbox");
    }

    private Outbox outbox(Instant now) {
        return new Outbox(folder, OutboxLimits.DEFAULT, true, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Report add(String serial, ServiceUrl service) throws Exception {
        Report report = Report.of(TestDevices.device(serial), "1.2.3");
        outbox(START.plusSeconds(seconds++)).add(report, service);
        return report;
    }

    private static Run run(ServiceUrl... tokensFor) {
        List<Token> tokens = new ArrayList<>();
        for (ServiceUrl service : tokensFor) {
            tokens.add(Service.token(service));
        }
        return new Run(Optional.empty(), tokens, Duration.ofMinutes(5), STANDSTILL, Duration.ZERO);
    }

    private FakeTransport send(Run run, Function<Attempt, Outcome> answer) throws Exception {
        FakeTransport transport = new FakeTransport(answer);
        try (Uploader uploader = new Uploader(outbox(START.plusSeconds(60)), transport, policy, pace)) {
            assertThat(uploader.send(run, fates::add)).isInstanceOf(Ended.Done.class);
        }
        return transport;
    }

    private List<UUID> waiting() throws Exception {
        return outbox(START).waiting().stream()
                .map(listed -> ((Listed.Waiting) listed).id())
                .toList();
    }

    private static Outcome unsettled(Cause cause) {
        return new Outcome.Unsettled(cause, "no", Optional.empty());
    }

    private static Function<Attempt, Outcome> serial(String serial, Outcome ofThis, Outcome ofOthers) {
        return attempt -> attempt.report().serialNumber().equals(Optional.of(serial)) ? ofThis : ofOthers;
    }

    @Test
    void whatWaitsIsDeliveredInItsOrder() throws Exception {
        List<Report> added = List.of(add("S1", HERE), add("S2", THERE), add("S3", HERE));
        assertThat(send(run(HERE, THERE), attempt -> RECEIPT).sent()).isEqualTo(added);
        assertThat(fates).hasSize(3).allMatch(Delivered.class::isInstance);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void anAttemptThatFailsIsRepeatedWithTheSameReportAfterAPause() throws Exception {
        Report report = add("S1", HERE);
        int[] attempts = {0};
        FakeTransport transport = send(run(HERE), attempt -> attempts[0]++ < 2 ? unsettled(Cause.BROKEN_OFF) : RECEIPT);
        assertThat(transport.sent()).containsExactly(report, report, report);
        assertThat(pace.pauses()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(fates).containsExactly(new Delivered(report.id(), Optional.of("S1"), HERE, RECEIVED));
    }

    @Test
    void whatTheServiceAsksForIsWaited() throws Exception {
        add("S1", HERE);
        int[] attempts = {0};
        send(
                run(HERE),
                attempt -> attempts[0]++ < 1
                        ? new Outcome.Unsettled(Cause.SERVICE_BUSY, "busy", Optional.of(Duration.ofSeconds(90)))
                        : RECEIPT);
        assertThat(pace.pauses()).containsExactly(Duration.ofSeconds(91));
    }

    @Test
    void aPauseBeyondTheRunsTimeIsNotBegun() throws Exception {
        add("S1", HERE);
        FakeTransport transport = send(
                run(HERE),
                attempt -> new Outcome.Unsettled(Cause.SERVICE_BUSY, "busy", Optional.of(Duration.ofMinutes(50))));
        assertThat(transport.sent()).hasSize(1);
        assertThat(pace.pauses()).isEmpty();
        assertThat(((Kept) fates.get(0)).why()).isEqualTo(Why.SERVICE_BUSY);
        assertThat(((Kept) fates.get(0)).words()).contains("time for this run is up", "busy");
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void whatTheTimeDoesNotReachIsKept() throws Exception {
        add("S1", HERE);
        add("S2", HERE);
        FakeTransport transport = send(run(HERE), attempt -> {
            pace.pass(Duration.ofMinutes(6));
            return RECEIPT;
        });
        assertThat(transport.sent()).hasSize(1);
        assertThat(fates.get(0)).isInstanceOf(Delivered.class);
        assertThat(((Kept) fates.get(1)).why()).isEqualTo(Why.TIME_IS_UP);
    }

    @Test
    void aReportThatIsRefusedMakesRoomForTheOthers() throws Exception {
        Report refused = add("S1", HERE);
        add("S2", HERE);
        send(
                run(HERE),
                serial("S1", new Outcome.Refused("rules-broken", "it breaks rules", List.of("hash-short")), RECEIPT));
        assertThat(fates.get(0))
                .isEqualTo(new Refused(
                        refused.id(),
                        Optional.of("S1"),
                        HERE,
                        "rules-broken",
                        "it breaks rules",
                        List.of("hash-short")));
        assertThat(fates.get(1)).isInstanceOf(Delivered.class);
        assertThat(waiting()).isEmpty();
        Listed.Rejected aside = (Listed.Rejected) outbox(START).setAside().get(0);
        assertThat(aside.why().words()).isEqualTo("it breaks rules (rules: hash-short)");
    }

    @Test
    void aRefusedTokenIsShownOnceAndNothingIsLost() throws Exception {
        add("S1", HERE);
        add("S2", HERE);
        add("S3", THERE);
        FakeTransport transport = send(
                run(HERE, THERE),
                attempt -> attempt.service().equals(HERE)
                        ? new Outcome.CredentialsRefused("token-refused", "no such token")
                        : RECEIPT);
        assertThat(transport.sent()).hasSize(2);
        assertThat(fates.get(0)).isInstanceOf(CredentialsRefused.class);
        assertThat(fates.get(1)).isInstanceOf(CredentialsRefused.class);
        assertThat(fates.get(2)).isInstanceOf(Delivered.class);
        assertThat(waiting()).hasSize(2);
    }

    @Test
    void aTokenGoesToItsOwnServiceAlone() throws Exception {
        add("S1", HERE);
        FakeTransport transport = send(run(THERE), attempt -> RECEIPT);
        assertThat(transport.sent()).isEmpty();
        assertThat(((Kept) fates.get(0)).why()).isEqualTo(Why.NO_TOKEN);
        assertThat(((Kept) fates.get(0)).words()).contains("https://here.example:443");
    }

    @Test
    void aServiceThatCannotBeReachedIsTriedWithOneReportAlone() throws Exception {
        for (int i = 0; i < 20; i++) {
            add("S" + i, HERE);
        }
        add("T", THERE);
        FakeTransport transport = send(
                run(HERE, THERE), attempt -> attempt.service().equals(HERE) ? unsettled(Cause.UNREACHABLE) : RECEIPT);
        assertThat(transport.sent()).hasSize(3 + 1);
        assertThat(((Kept) fates.get(0)).why()).isEqualTo(Why.UNREACHABLE);
        assertThat(fates.subList(1, 20)).allMatch(fate -> ((Kept) fate).why() == Why.NOT_TRIED);
        assertThat(fates.get(20)).isInstanceOf(Delivered.class);
        assertThat(waiting()).hasSize(20);
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"CERTIFICATE", "PROXY_CREDENTIALS", "WRONG_ADDRESS"})
    void whatSomebodyHasToMendIsTriedOnce(Cause cause) throws Exception {
        add("S1", HERE);
        add("S2", HERE);
        FakeTransport transport = send(run(HERE), attempt -> unsettled(cause));
        assertThat(transport.sent()).hasSize(1);
        assertThat(pace.pauses()).isEmpty();
        assertThat(((Kept) fates.get(0)).why()).hasToString(cause.toString());
        assertThat(waiting()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"BROKEN_OFF", "INTERCEPTED", "SERVICE_BUSY"})
    void oneReportThatFailsStopsNoOther(Cause cause) throws Exception {
        Report poisoned = add("S1", HERE);
        add("S2", HERE);
        add("S3", HERE);
        FakeTransport transport = send(run(HERE), serial("S1", unsettled(cause), RECEIPT));
        assertThat(transport.sent()).hasSize(3 + 2);
        assertThat(waiting()).containsExactly(poisoned.id());
    }

    @Test
    void threeReportsThatFailInARowEndIt() throws Exception {
        for (int i = 0; i < 20; i++) {
            add("S" + i, HERE);
        }
        FakeTransport transport = send(run(HERE), attempt -> unsettled(Cause.INTERCEPTED));
        assertThat(transport.sent()).hasSize(3 + 1 + 1);
        assertThat(fates).hasSize(20);
        assertThat(((Kept) fates.get(3)).why()).isEqualTo(Why.NOT_TRIED);
    }

    @Test
    void aRunGoesOnForAsLongAsReportsLeaveTheOutbox() throws Exception {
        for (int i = 1; i <= 5; i++) {
            add("S" + i, HERE);
        }
        Run anHour =
                new Run(Optional.empty(), List.of(Service.token(HERE)), Duration.ofHours(1), STANDSTILL, Duration.ZERO);
        send(anHour, attempt -> {
            pace.pass(Duration.ofSeconds(100));
            return RECEIPT;
        });
        assertThat(fates).hasSize(5).allMatch(Delivered.class::isInstance);
    }

    @Test
    void aRunThatStandsStillEndsBeforeItsTime() throws Exception {
        add("S1", HERE);
        add("S2", HERE);
        policy = RetryPolicy.DEFAULT.withAttempts(100);
        long start = pace.nanos();
        send(run(HERE), attempt -> {
            pace.pass(Duration.ofSeconds(10));
            return unsettled(Cause.SERVICE_BUSY);
        });
        assertThat(Duration.ofNanos(pace.nanos() - start))
                .isBetween(Duration.ofSeconds(10), STANDSTILL.plusSeconds(10));
        assertThat(fates).hasSize(2).allMatch(Kept.class::isInstance);
    }

    @Test
    void theReportsOfOtherServicesCanBeLeft() throws Exception {
        add("S1", HERE);
        Report other = add("S2", THERE);
        Run only = new Run(
                Optional.of(HERE),
                List.of(Service.token(HERE), Service.token(THERE)),
                Duration.ofMinutes(5),
                STANDSTILL,
                Duration.ZERO);
        send(only, attempt -> RECEIPT);
        assertThat(fates).hasSize(1);
        assertThat(waiting()).containsExactly(other.id());
    }

    @Test
    void whileAnotherOneSendsItIsBusy() throws Exception {
        add("S1", HERE);
        FakeTransport transport = new FakeTransport(attempt -> RECEIPT);
        try (Drain other = outbox(START).drain(Duration.ZERO).orElseThrow();
                Uploader uploader = new Uploader(outbox(START), transport, policy, pace)) {
            assertThat(other.work().ids()).hasSize(1);
            assertThat(uploader.send(run(HERE), fates::add)).isInstanceOf(Ended.Busy.class);
        }
        assertThat(transport.sent()).isEmpty();
    }

    @Test
    void aDamagedFileIsToldAndNotSent() throws Exception {
        add("S1", HERE);
        Path damaged = folder.resolve(UUID.randomUUID() + ".report");
        Files.writeString(damaged, "half");
        FakeTransport transport = new FakeTransport(attempt -> RECEIPT);
        try (Uploader uploader = new Uploader(outbox(START), transport, policy, pace)) {
            Ended ended = uploader.send(run(HERE), fates::add);
            assertThat(((Ended.Done) ended).damaged())
                    .extracting(Listed.Damaged::name)
                    .containsExactly(String.valueOf(damaged.getFileName()));
        }
        assertThat(transport.sent()).hasSize(1);
    }

    @Test
    void anInterruptedRunKeepsTheRest() throws Exception {
        add("S1", HERE);
        add("S2", HERE);
        FakeTransport transport = new FakeTransport(attempt -> unsettled(Cause.BROKEN_OFF));
        Pace interrupted = new Pace() {
            @Override
            public long nanos() {
                return 0;
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                throw new InterruptedException();
            }

            @Override
            public double random() {
                return 0;
            }
        };
        try (Uploader uploader = new Uploader(outbox(START), transport, policy, interrupted)) {
            uploader.send(run(HERE), fates::add);
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(transport.sent()).hasSize(1);
        assertThat(fates).extracting(fate -> ((Kept) fate).why()).containsExactly(Why.UNREACHABLE, Why.TIME_IS_UP);
    }
}
