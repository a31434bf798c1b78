// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.FaultCount;
import dev.hwhash.service.ServiceProcess;
import dev.hwhash.service.ServiceProcess.Ended;
import dev.hwhash.service.store.InstalledPostgreSql;
import dev.hwhash.service.store.InstalledPrograms;
import dev.hwhash.service.store.ServerOnly;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server gives no connection, or all are in use: reports are refused in time, and taken again afterwards. */
@InstalledPrograms
@ServerOnly("no connections of others")
class ExhaustedIT {

    private static final int PCS = 16;
    private static final long ANSWERED_MILLIS = 60_000;

    @TempDir
    static Path folder;

    private static InstalledPostgreSql server;
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @BeforeAll
    static void start() {
        server = InstalledPostgreSql.start();
        // No superuser, so that limits are his too.
        Sql.run(
                server,
                "CREATE ROLE fleet LOGIN PASSWORD '" + server.password() + "'",
                "ALTER DATABASE postgres OWNER TO fleet");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String url() {
        return server.url("postgres").replaceFirst("//.*@", "//fleet@");
    }

    private static void limit(int connections) {
        Sql.run(server, "ALTER ROLE fleet CONNECTION LIMIT " + connections);
    }

    private static void limitAndEndAll() {
        limit(0);
        Sql.run(server, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'fleet'");
    }

    @Test
    void aServiceThatFindsTooFewConnectionsAtItsStartSaysSoAndEnds() {
        try {
            for (int free = 0; free < 4; free++) {
                limit(free);
                Ended ended = ServiceProcess.run(
                        "--data", folder.resolve("few-" + free).toString(), "--port", "0", "--database", url());
                assertThat(ended.code()).as(ended.err()).isEqualTo(20);
                assertThat(ended.err())
                        .contains("error: database: ", "too many connections")
                        .doesNotContain("\tat ");
            }
        } finally {
            limit(-1);
        }
    }

    @Test
    void reportsAreRefusedWhileThereIsNoConnectionAndTakenAfterwards() throws Exception {
        int times = FaultCount.of(2, 40);
        long recovery = 0;
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("data"), "--database", url());
                Outboxes outboxes = Outboxes.of(PCS, service)) {
            for (int i = 0; i < times; i++) {
                outboxes.awaitMore(1 + random.nextInt(50));
                limitAndEndAll();
                Thread.sleep(500 + random.nextInt(2_500));
                assertThat(service.get("/health/ready").status()).isEqualTo(503);
                limit(-1);
                recovery = Math.max(recovery, outboxes.awaitMore(1));
            }
            settle(times + " times no connection", recovery, service, outboxes);
        } finally {
            limit(-1);
        }
    }

    @Test
    void reportsAreRefusedWhileAllConnectionsWaitForSomebodyElse() throws Exception {
        int times = FaultCount.of(1, 20);
        long recovery = 0;
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("data"), "--database", url());
                Outboxes outboxes = Outboxes.of(PCS, service)) {
            for (int i = 0; i < times; i++) {
                outboxes.awaitMore(1 + random.nextInt(50));
                try (Connection other = server.connect("postgres")) {
                    other.setAutoCommit(false);
                    other.createStatement().execute("LOCK TABLE token IN ACCESS EXCLUSIVE MODE");
                    Thread.sleep(7_000 + random.nextInt(1_000));
                    other.rollback();
                }
                recovery = Math.max(recovery, outboxes.awaitMore(1));
            }
            settle(times + " times all connections waited", recovery, service, outboxes);
        }
    }

    private void settle(String words, long recovery, ServiceProcess service, Outboxes outboxes) throws Exception {
        outboxes.awaitMore(50);
        outboxes.stop();
        Ledger.settle(words + ", seed " + seed + ", longest recovery " + recovery + " ms", server, service, outboxes);
        assertThat(outboxes.count("503 busy", 0)).isPositive();
        assertThat(outboxes.answers()).doesNotContainKey("no answer");
        assertThat(outboxes.longestMillis()).isLessThan(ANSWERED_MILLIS);
    }
}
