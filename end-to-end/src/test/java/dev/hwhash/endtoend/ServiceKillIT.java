// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.Hwhash;
import dev.hwhash.agent.HwhashProcess;
import dev.hwhash.device.file.FaultCount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that dies under load loses nothing that it has acknowledged, and the outbox keeps the rest. */
class ServiceKillIT {

    private static final int KILLS = FaultCount.of(2, 20);
    private static final int ROWS = 200;
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @Test
    void killsUnderLoadLoseNoReportAndDoubleNone(@TempDir Path folder) throws Exception {
        Random random = new Random(1);
        Service service = Service.start(folder.resolve("data"));
        int port = service.port();
        int acknowledged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int first = kill * ROWS + 1;
            Fleet.csv(folder.resolve("pcs.csv"), first, first + ROWS - 1);
            HwhashProcess upload = start(folder, service, "pcs.csv");
            awaitAcknowledged(folder.resolve("outbox"), 1 + random.nextInt(ROWS - 1));
            service.kill();
            // It would try again for a minute; what it leaves must be right at any moment.
            upload.kill();

            service = Service.start(folder.resolve("data"), port);
            List<String> there = Fleet.rows(service.exported());
            int waiting = Fleet.waiting(folder.resolve("outbox")).size();
            assertThat(there).doesNotHaveDuplicates();
            // A report whose receipt was lost is in both places: it is sent again and known again.
            assertThat(there.size() + waiting).isBetween((kill + 1) * ROWS, (kill + 1) * ROWS + 64);
            acknowledged += ROWS - waiting;

            start(folder, service).end().exits(0);
            assertThat(Fleet.rows(service.exported())).isEqualTo(Fleet.expected(1, (kill + 1) * ROWS));
            assertThat(Fleet.waiting(folder.resolve("outbox"))).isEmpty();
        }
        service.close();
        System.out.println("service kill test: " + KILLS + " kills, " + acknowledged + " reports acknowledged before, "
                + (KILLS * ROWS - acknowledged) + " kept by the outbox, 0 lost, 0 doubled");
    }

    /** Waits until all reports are in the outbox, then until some have left it. */
    private static void awaitAcknowledged(Path outbox, int wanted) throws Exception {
        long end = System.nanoTime() + DEADLINE.toNanos();
        boolean full = false;
        while (System.nanoTime() < end) {
            int waiting = Fleet.waiting(outbox).size();
            full |= waiting == ROWS;
            if (full && waiting <= ROWS - wanted) {
                return;
            }
            Thread.sleep(1);
        }
        throw new AssertionError("the outbox never held " + ROWS + " reports and then " + wanted + " fewer");
    }

    private static HwhashProcess start(Path folder, Service service, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("upload", "--secret-file", service.enrolment().toString(), "--outbox", "outbox", "--quiet"));
        arguments.addAll(List.of(more));
        return Hwhash.in(folder).start(arguments.toArray(String[]::new));
    }
}
