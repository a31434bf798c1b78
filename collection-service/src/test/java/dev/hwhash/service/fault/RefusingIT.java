// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.FaultCount;
import dev.hwhash.service.Bodies;
import dev.hwhash.service.ServiceProcess;
import dev.hwhash.service.ServiceProcess.Answer;
import dev.hwhash.service.store.InstalledPostgreSql;
import dev.hwhash.service.store.InstalledPrograms;
import dev.hwhash.service.store.ServerOnly;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server has no room, or takes no write: reports are refused by that name, and taken again afterwards. */
@InstalledPrograms
@ServerOnly("DiskFullIT")
class RefusingIT {

    private static final int PCS = 16;

    /** So large are the files of the server's log, which must not meet the limit. */
    private static final long LOG_FILE = 1 << 20;

    private static final int HALF_A_PAGE = 4_096;

    @TempDir
    static Path folder;

    private static InstalledPostgreSql server;
    private static ServiceProcess service;
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @BeforeAll
    static void start() {
        // So that its log has smaller files than the table of hashes.
        server = InstalledPostgreSql.startMade(List.of("--wal-segsize=1"), "autovacuum=off");
        service = ServiceProcess.start(folder.resolve("data"), "--database", server.url("postgres"));
    }

    @AfterAll
    static void stop() {
        service.close();
        server.close();
    }

    @Test
    void aServerWithoutRoomHasReportsRefusedAndKeepsWhatIsAcknowledged() throws Exception {
        int times = FaultCount.of(2, 20);
        try (Outboxes outboxes = Outboxes.of(PCS, service)) {
            for (int i = 0; i < times; i++) {
                outboxes.awaitMore(1 + random.nextInt(50));
                Processes.limitFiles(server, Long.toString(largestFile() + HALF_A_PAGE));
                int before = outboxes.count("503 storage-full", 0);
                awaitAnswers(outboxes, "503 storage-full", before + PCS);
                Answer answer = service.put(UUID.randomUUID(), Bodies.report("HWHASH-9999"));
                assertThat(answer.code()).isEqualTo("storage-full");
                assertThat(answer.header("Retry-After")).matches("[0-9]+");
                assertThat(answer.json().path("retryable").asBoolean()).isTrue();
                assertThat(service.get("/health/live").status()).isEqualTo(200);
                Processes.limitFiles(server, "unlimited");
                outboxes.awaitMore(20);
            }
            outboxes.stop();
            Ledger.settle(times + " times no room, seed " + seed, server, service, outboxes);
        }
    }

    /** With half a page more, the next page of that file is cut short, which PostgreSQL takes for a full disk. */
    private static long largestFile() throws SQLException {
        try (Connection connection = server.connect("postgres");
                ResultSet row =
                        connection.createStatement().executeQuery("SELECT max(pg_relation_size(oid)) FROM pg_class")) {
            row.next();
            return Math.max(row.getLong(1), LOG_FILE);
        }
    }

    @Test
    void aServerThatIsReadOnlyHasReportsRefusedAndRecovers() throws Exception {
        int times = FaultCount.of(2, 40);
        try (Outboxes outboxes = Outboxes.of(PCS, service)) {
            for (int i = 0; i < times; i++) {
                outboxes.awaitMore(1 + random.nextInt(50));
                readOnly("on");
                int before = outboxes.count("503 busy", 0);
                awaitAnswers(outboxes, "503 busy", before + PCS);
                Answer answer = service.put(UUID.randomUUID(), Bodies.report("HWHASH-9999"));
                assertThat(answer.code()).isEqualTo("busy");
                assertThat(answer.text()).contains("can only be read");
                assertThat(service.get("/health/ready").status()).isEqualTo(503);
                readOnly("off");
                outboxes.awaitMore(20);
            }
            outboxes.stop();
            Ledger.settle(times + " times read only, seed " + seed, server, service, outboxes);
        }
    }

    private static void readOnly(String value) {
        Sql.run(
                server,
                "SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE",
                "ALTER SYSTEM SET default_transaction_read_only = " + value,
                "SELECT pg_reload_conf()");
    }

    private static void awaitAnswers(Outboxes outboxes, String answer, int count) throws InterruptedException {
        long start = System.nanoTime();
        while (outboxes.count(answer, 0) < count) {
            assertThat(System.nanoTime() - start)
                    .as(outboxes.answers().toString())
                    .isLessThan(TimeUnit.MINUTES.toNanos(2));
            Thread.sleep(5);
        }
    }
}
