// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.FaultCount;
import dev.hwhash.service.ServiceProcess;
import dev.hwhash.service.store.InstalledPostgreSql;
import dev.hwhash.service.store.InstalledPrograms;
import dev.hwhash.service.store.ServerOnly;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL or a replica ends under load: every report that was acknowledged is there once, the others wait. */
@InstalledPrograms
@ServerOnly("kills of the one process, in ServiceKillIT")
class RestartIT {

    private static final int PCS = 16;
    private static final long LONGEST_RECOVERY_MILLIS = 30_000;

    @TempDir
    static Path folder;

    private static InstalledPostgreSql server;
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @BeforeAll
    static void start() {
        server = InstalledPostgreSql.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static ServiceProcess service(String name) {
        return ServiceProcess.start(folder.resolve(name), "--database", server.url("postgres"));
    }

    @Test
    void theServiceOutlivesAServerThatEndsHoweverItEnds() throws Exception {
        int ends = FaultCount.of(3, 60);
        long recovery = 0;
        try (ServiceProcess service = service("restart");
                Outboxes outboxes = Outboxes.of(PCS, service)) {
            for (int i = 0; i < ends; i++) {
                outboxes.awaitMore(1 + random.nextInt(150));
                String how = List.of("kill", "fast", "immediate").get(i % 3);
                end(how);
                Thread.sleep(random.nextInt(1_500));
                awaitReady(service, 503);
                assertThat(service.get("/health/live").status()).isEqualTo(200);
                server.startAgain();
                recovery = Math.max(recovery, recovered(service, outboxes));
            }
            outboxes.awaitMore(50);
            outboxes.stop();
            Ledger.settle(
                    ends + " ends of the server, seed " + seed + ", longest recovery " + recovery + " ms",
                    server,
                    service,
                    outboxes);
            assertThat(recovery).isLessThan(LONGEST_RECOVERY_MILLIS);
        }
    }

    @Test
    void theOtherReplicaGoesOnWhereOneIsKilled() throws Exception {
        int kills = FaultCount.of(2, 40);
        long recovery = 0;
        try (ServiceProcess service = service("restart")) {
            for (int i = 0; i < kills; i++) {
                ServiceProcess other = service("other-" + i);
                try (other;
                        Outboxes outboxes = Outboxes.of(PCS, service, other)) {
                    outboxes.awaitMore(20 + random.nextInt(150));
                    other.kill();
                    recovery = Math.max(recovery, outboxes.awaitMore(1));
                    outboxes.awaitMore(50);
                    outboxes.stop();
                    Ledger.settle(
                            "replica " + (i + 1) + " of " + kills + " killed, seed " + seed + ", longest recovery "
                                    + recovery + " ms",
                            server,
                            service,
                            outboxes);
                }
            }
        }
    }

    private static void end(String how) {
        if (how.equals("kill")) {
            server.kill();
        } else {
            server.stop(how);
        }
    }

    /** From when the server takes connections: until a report is acknowledged and the service says that it is ready. */
    private static long recovered(ServiceProcess service, Outboxes outboxes) throws InterruptedException {
        long start = System.nanoTime();
        outboxes.awaitMore(1);
        awaitReady(service, 200);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /** It asks the server once a second. */
    private static void awaitReady(ServiceProcess service, int status) throws InterruptedException {
        long start = System.nanoTime();
        while (service.get("/health/ready").status() != status) {
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.MINUTES.toNanos(1));
            Thread.sleep(20);
        }
    }
}
