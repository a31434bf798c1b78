// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.FaultCount;
import dev.hwhash.service.store.ServerOnly;
import dev.hwhash.service.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code migrate} killed wherever it stands: the next run goes on, and in the end all is there once. */
@ServerOnly("what is moved")
class MigrateCrashIT {

    private static final int KILLS = FaultCount.of(2, 40);
    private static final int DEVICES = 2500;
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

    private static final String WORKS =
            "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE l.locktype = 'advisory'"
                    + " AND d.datname = current_database()";

    @TempDir
    private Path folder;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void cutOffItGoesOnAndTheServiceContinuesWithAllThatThereWas() throws Exception {
        Moving moving = Moving.filled(folder.resolve("data"), DEVICES);
        byte[] exported = moving.exported(folder.resolve("old.json"));
        String whole = Moving.database();
        long nanos = timed(moving, whole);
        ServiceProcess.Ended again = moving.migrate(whole);
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).contains("copied 0 rows").doesNotContain("differs");

        String database = Moving.database();
        StringBuilder killedAt = new StringBuilder();
        int finished = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            if (killed(moving, database, random.nextLong(nanos * 3 / 4))) {
                killedAt.append(' ').append(rows(database));
            } else {
                finished++;
                database = Moving.database();
            }
        }
        ServiceProcess.Ended last = moving.migrate(database);
        assertThat(last.code()).as(last.err() + " seed " + seed).isZero();
        assertThat(tables(last)).as("seed " + seed).isEqualTo(tables(again)).doesNotContain("differs");
        assertThat(moving.exported(folder.resolve("new.json"), "--database", Moving.url(database)))
                .isEqualTo(exported);
        continues(moving, database);
        System.out.println("migrate: " + KILLS + " kills, " + finished
                + " of them too late, the others after so many of " + rows(whole)
                + " rows of devices, reports and hashes:" + killedAt + "; all there once; seed " + seed);
    }

    private static String tables(ServiceProcess.Ended ended) {
        return ended.out().replaceAll("copied \\d+ rows", "");
    }

    private static long rows(String database) throws SQLException {
        long tables = Moving.count(database, "SELECT count(*) FROM pg_tables WHERE tablename = 'hardware_hash'");
        return tables == 0
                ? 0
                : Moving.count(
                        database,
                        "SELECT (SELECT count(*) FROM device) + (SELECT count(*) FROM report)"
                                + " + (SELECT count(*) FROM hardware_hash)");
    }

    /** How long it works in an undisturbed run, from its first look into the database on. */
    private long timed(Moving moving, String database) throws Exception {
        Process process = started(moving, database);
        long start = System.nanoTime();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return System.nanoTime() - start;
    }

    private boolean killed(Moving moving, String database, long nanos) throws Exception {
        Process process = started(moving, database);
        boolean ended = process.waitFor(nanos, TimeUnit.NANOSECONDS);
        process.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
        assertThat(ended && process.exitValue() != 0).as("fails by itself").isFalse();
        return !ended;
    }

    private Process started(Moving moving, String database) throws IOException, SQLException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(ServiceProcess.shortCommand(moving.command(database)));
        TestDatabase.prepare(builder);
        Path words = folder.resolve("words");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(words.toFile()).start();
        long deadline = System.nanoTime() + PATIENCE;
        while (Moving.count(database, WORKS) == 0 && process.isAlive() && System.nanoTime() < deadline) {
            Thread.sleep(2);
        }
        return process;
    }

    private void continues(Moving moving, String database) throws SQLException {
        long device = moving.count("SELECT number FROM last_number WHERE kind = 'device'");
        long report = moving.count("SELECT number FROM last_number WHERE kind = 'report'");
        Path data = folder.resolve("data");
        try (ServiceProcess service = ServiceProcess.startAsItIs(data, "--database", Moving.url(database))) {
            assertThat(service.log())
                    .doesNotContain("enrolment ")
                    .contains("password " + People.firstPasswordFile(service));
            assertThat(service.put(Moving.REPORT, Moving.BODY).status()).isEqualTo(200);
            assertThat(service.put(UUID.randomUUID(), Bodies.report("NEW-1")).status())
                    .isEqualTo(201);
            PageClient stranger = PageClient.of(service.url());
            assertThat(People.signIn(stranger, "admin", People.firstPassword(service))
                            .status())
                    .isEqualTo(303);
        }
        String last = "SELECT max(id) FROM ";
        assertThat(Moving.count(database, last + "device")).isGreaterThan(device);
        assertThat(Moving.count(database, last + "report")).isGreaterThan(report);
        assertThat(Moving.count(database, last + "audit")).isGreaterThan(moving.count(last + "audit"));
    }
}
