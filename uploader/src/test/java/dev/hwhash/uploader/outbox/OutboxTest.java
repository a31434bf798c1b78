// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hwhash.device.TestDevices;
import dev.hwhash.device.file.SimulatedStick;
import dev.hwhash.uploader.Service;
import dev.hwhash.uploader.outbox.OutboxException.Reason;
import dev.hwhash.uploader.report.Report;
import dev.hwhash.uploader.report.ServiceUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an outbox takes, keeps and refuses. */
class OutboxTest {

    private static final ServiceUrl SERVICE = Service.url("https://intake.example");
    private static final Instant DAY = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void name() {
        folder = temporary.resolve("hwhash").resolve("outbox");
    }

    private Outbox outbox(OutboxLimits limits, Instant now) {
        return new Outbox(folder, limits, true, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Outbox outbox() {
        return outbox(OutboxLimits.DEFAULT, DAY);
    }

    private static Report report(String serial) {
        return Report.of(TestDevices.device(serial), "1.2.3");
    }

    @Test
    void whatWaitsIsListedOldestFirstWithoutItsHash() throws Exception {
        Report first = report("S1");
        Report second = report("S2");
        outbox(OutboxLimits.DEFAULT, DAY.plusSeconds(1)).add(second, SERVICE);
        outbox().add(first, SERVICE);
        assertThat(outbox().waiting())
                .containsExactly(
                        new Listed.Waiting(first.id(), Optional.of("S1"), SERVICE, DAY),
                        new Listed.Waiting(second.id(), Optional.of("S2"), SERVICE, DAY.plusSeconds(1)));
    }

    @Test
    void anOutboxThatDoesNotExistIsEmpty() throws Exception {
        assertThat(outbox().waiting()).isEmpty();
        assertThat(outbox().setAside()).isEmpty();
        assertThat(outbox().lastReceipt().read()).isEmpty();
        assertThat(folder).doesNotExist();
    }

    @Test
    void nobodyElseMayReadIt() throws Exception {
        Report report = report("S1");
        outbox().add(report, SERVICE);
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve(".."))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve(report.id() + ".report"))).isEqualTo("rw-------");
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aFullOutboxRefusesAndKeepsWhatItHas() throws Exception {
        Outbox byCount = outbox(new OutboxLimits(2, 1_000_000, Duration.ofDays(1)), DAY);
        byCount.add(report("S1"), SERVICE);
        byCount.add(report("S2"), SERVICE);
        assertThatExceptionOfType(OutboxException.class)
                .isThrownBy(() -> byCount.add(report("S3"), SERVICE))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FULL))
                .withMessageContaining("2 reports wait, of 2");
        Outbox byBytes = outbox(new OutboxLimits(9, 10_000, Duration.ofDays(1)), DAY);
        assertThatExceptionOfType(OutboxException.class)
                .isThrownBy(() -> byBytes.add(report("S3"), SERVICE))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FULL))
                .withMessageContaining("of 10000");
        assertThat(outbox().waiting()).hasSize(2);
    }

    @Test
    void aBatchWaitsInItsOrder() throws Exception {
        List<Report> batch = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            batch.add(report("S" + i));
        }
        outbox().add(batch, SERVICE);
        assertThat(outbox().waiting())
                .extracting(listed -> ((Listed.Waiting) listed).id())
                .containsExactlyElementsOf(batch.stream().map(Report::id).toList());
    }

    @Test
    void aBatchThatDoesNotFitIsNotTakenAtAll() throws Exception {
        Outbox small = outbox(new OutboxLimits(3, 1_000_000, Duration.ofDays(1)), DAY);
        small.add(List.of(report("S1"), report("S2")), SERVICE);
        assertThatExceptionOfType(OutboxException.class)
                .isThrownBy(() -> small.add(List.of(report("S3"), report("S4")), SERVICE))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FULL))
                .withMessageContaining("2 reports wait, of 3, and 2 more do not fit");
        assertThat(small.waiting()).hasSize(2);
        small.add(report("S3"), SERVICE);
        assertThat(small.waiting()).hasSize(3);
    }

    @Test
    void aReportThatNoServiceTakesIsRefused() {
        Report large = Report.stored(UUID.randomUUID(), new byte[70_000]);
        assertThatExceptionOfType(OutboxException.class)
                .isThrownBy(() -> outbox().add(large, SERVICE))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void aFullDiskTakesNoReportAndLeavesNoTrace() throws Exception {
        SimulatedStick stick = SimulatedStick.fat();
        stick.fillUp();
        boolean ended = stick.use(disk -> {
            Outbox outbox = new Outbox(disk, OutboxLimits.DEFAULT, Clock.systemUTC());
            assertThatExceptionOfType(OutboxException.class)
                    .isThrownBy(() -> outbox.add(report("S1"), SERVICE))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.DISK))
                    .withMessageContaining("No space left");
            assertThat(outbox.waiting()).isEmpty();
        });
        assertThat(ended).isTrue();
        assertThat(stick).hasToString("[]");
    }

    @Test
    void whatIsTooOldIsSetAsideWithTheReason() throws Exception {
        Report old = report("OLD");
        outbox().add(old, SERVICE);
        Outbox later = outbox(OutboxLimits.DEFAULT, DAY.plus(Duration.ofDays(401)));
        Report young = report("YOUNG");
        later.add(young, SERVICE);

        try (Drain drain = later.drain(Duration.ZERO).orElseThrow()) {
            Drain.Work work = drain.work();
            assertThat(work.ids()).containsExactly(young.id());
            assertThat(work.tooOld()).extracting(StoredReport::report).containsExactly(old);
        }

        assertThat(later.waiting()).hasSize(1);
        Listed.Rejected aside = (Listed.Rejected) later.setAside().get(0);
        assertThat(aside.id()).isEqualTo(old.id());
        assertThat(aside.serialNumber()).contains("OLD");
        assertThat(aside.why().code()).isEqualTo("too-old");
        assertThat(aside.why().words()).contains("400 days");
    }

    @Test
    void whatIsRefusedLiesBesideItsReason() throws Exception {
        Report report = report("S1");
        outbox().add(report, SERVICE);
        try (Drain drain = outbox().drain(Duration.ZERO).orElseThrow()) {
            drain.reject(drain.take(report.id()).orElseThrow(), new Rejection("hash-damaged", "it is\r\ndamaged"));
        }
        assertThat(outbox().waiting()).isEmpty();
        assertThat(folder.resolve("rejected").resolve(report.id() + ".reason"))
                .hasContent("hash-damaged\nit is  damaged\n");
        assertThat(outbox().setAside())
                .containsExactly(new Listed.Rejected(
                        report.id(), Optional.of("S1"), SERVICE, DAY, new Rejection("hash-damaged", "it is  damaged")));
    }

    @Test
    void whatIsDamagedIsSetAsideAndNeverSent() throws Exception {
        Report whole = report("S1");
        outbox().add(whole, SERVICE);
        Path copy = folder.resolve(UUID.randomUUID() + ".report");
        Files.copy(folder.resolve(whole.id() + ".report"), copy);
        Path huge = folder.resolve(UUID.randomUUID() + ".report");
        Files.write(huge, new byte[1 << 20]);
        Path named = Files.writeString(folder.resolve("note.report"), "x");

        assertThat(outbox().waiting()).hasSize(4);
        try (Drain drain = outbox().drain(Duration.ZERO).orElseThrow()) {
            Drain.Work work = drain.work();
            assertThat(work.ids()).containsExactly(whole.id());
            assertThat(work.damaged()).hasSize(3);
        }
        assertThat(outbox().waiting()).hasSize(1);
        assertThat(outbox().setAside()).hasSize(3).allMatch(Listed.Damaged.class::isInstance);
        for (Path moved : List.of(copy, huge, named)) {
            assertThat(folder.resolve("damaged").resolve(moved.getFileName())).exists();
        }
    }

    @Test
    void aLinkInItsPlaceIsRefused() throws Exception {
        Path real = Files.createDirectory(temporary.resolve("real"));
        Files.createDirectory(temporary.resolve("hwhash"));
        Files.createSymbolicLink(folder, real);
        assertThatExceptionOfType(OutboxException.class)
                .isThrownBy(() -> outbox().add(report("S1"), SERVICE))
                .withMessageContaining("it is a link");
        assertThat(real).isEmptyDirectory();
    }

    @Test
    void aLinkAmongItsFilesIsSetAsideUnread() throws Exception {
        Report report = report("S1");
        outbox().add(report, SERVICE);
        Path file = folder.resolve(report.id() + ".report");
        Path elsewhere = Files.move(file, temporary.resolve("elsewhere"));
        Files.createSymbolicLink(file, elsewhere);
        Report other = report("S2");
        outbox().add(other, SERVICE);
        try (Drain drain = outbox().drain(Duration.ZERO).orElseThrow()) {
            assertThat(drain.work().ids()).containsExactly(other.id());
            assertThat(drain.take(report.id())).isEmpty();
        }
        assertThat(folder.resolve("damaged").resolve(file.getFileName())).isSymbolicLink();
        assertThat(elsewhere).exists();
    }

    @Test
    void oneAtATimeSends() throws Exception {
        try (Drain drain = outbox().drain(Duration.ZERO).orElseThrow()) {
            assertThat(outbox().drain(Duration.ofMillis(50))).isEmpty();
            outbox().add(report("S1"), SERVICE);
            assertThat(drain.work().ids()).hasSize(1);
        }
        try (Drain drain = outbox().drain(Duration.ZERO).orElseThrow()) {
            assertThat(drain.work().ids()).hasSize(1);
        }
    }

    @Test
    void theLastReceiptIsReadAsItWasWritten() throws Exception {
        outbox().add(report("S1"), SERVICE);
        LastReceiptFile file = outbox().lastReceipt();
        for (LastReceipt.State state : LastReceipt.State.values()) {
            LastReceipt receipt = new LastReceipt(Optional.of("S\u00fc \"1\""), DAY, UUID.randomUUID(), SERVICE, state);
            file.write(receipt);
            assertThat(file.read()).contains(receipt);
        }
        assertThat(file.path()).content().contains("\"state\":\"waiting\"").doesNotContain("\u00fc");
    }

    @Test
    void aFileThatIsNoReceiptIsToldByName() throws Exception {
        outbox().add(report("S1"), SERVICE);
        for (String text : List.of(
                "", "{}", "[1]", "{\"time\":\"x\",\"reportId\":\"y\",\"service\":\"z\",\"state\":\"received\"}")) {
            Files.writeString(folder.resolve("last.json"), text);
            assertThatExceptionOfType(OutboxException.class)
                    .isThrownBy(() -> outbox().lastReceipt().read())
                    .withMessageContaining("last.json: it is no receipt");
        }
    }
}
