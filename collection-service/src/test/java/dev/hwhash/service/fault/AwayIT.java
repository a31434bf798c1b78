// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.FaultCount;
import dev.hwhash.service.PageClient.Reply;
import dev.hwhash.service.People;
import dev.hwhash.service.ServiceProcess;
import dev.hwhash.service.SignedIn;
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

/** What people see, and programs that read, while the database is away or stands still; afterwards all goes on. */
@InstalledPrograms
@ServerOnly("no way that can be cut")
class AwayIT {

    private static final int PCS = 16;
    private static final long ANSWERED_MILLIS = 60_000;
    private static final String NEW = "a password of nobody";

    @TempDir
    static Path folder;

    private static InstalledPostgreSql server;
    private static ServiceProcess service;
    private static SignedIn admin;
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @BeforeAll
    static void start() {
        server = InstalledPostgreSql.start();
        service = ServiceProcess.start(folder.resolve("data"), "--database", server.url("postgres"));
        admin = new SignedIn(service.url());
        String given = People.firstPassword(service);
        assertThat(admin.signIn("admin", given).status()).isEqualTo(303);
        admin.get("/password");
        assertThat(admin.post("/password", "current", given, "password", NEW, "repeat", NEW)
                        .status())
                .isEqualTo(303);
    }

    @AfterAll
    static void stop() {
        service.close();
        server.close();
    }

    @Test
    void pagesAndReadersAreToldWhileItIsAwayAndSessionsLast() throws Exception {
        try (Outboxes outboxes = Outboxes.of(PCS, service)) {
            outboxes.awaitMore(20);
            server.stop("fast");
            long longest = tellsAll();
            server.startAgain();
            outboxes.awaitMore(20);
            outboxes.stop();
            Ledger.settle(
                    "the server away, a page or a list told after " + longest + " ms at most",
                    server,
                    service,
                    outboxes);
            assertThat(longest).isLessThan(ANSWERED_MILLIS);
        }
        assertThat(admin.get("/devices").status()).isEqualTo(200);
        assertThat(service.log()).doesNotContain("by a defect of the service", "NullPointerException");
    }

    @Test
    void aServerThatStandsStillIsToldInTimeAndGoesOn() throws Exception {
        int times = FaultCount.of(1, 20);
        long recovery = 0;
        long longest = 0;
        try (Outboxes outboxes = Outboxes.of(PCS, service)) {
            for (int i = 0; i < times; i++) {
                outboxes.awaitMore(1 + random.nextInt(50));
                Processes.hold(server);
                try {
                    longest = Math.max(longest, tellsAll());
                } finally {
                    Processes.release(server);
                }
                recovery = Math.max(recovery, outboxes.awaitMore(1));
            }
            outboxes.awaitMore(20);
            outboxes.stop();
            Ledger.settle(
                    times + " times the server stood still, seed " + seed + ", longest recovery " + recovery
                            + " ms, a page or a list told after " + longest + " ms at most",
                    server,
                    service,
                    outboxes);
            assertThat(Math.max(longest, outboxes.longestMillis())).isLessThan(ANSWERED_MILLIS);
            assertThat(outboxes.answers()).doesNotContainKey("no answer");
        }
        assertThat(admin.get("/devices").status()).isEqualTo(200);
    }

    /** Returns the longest that anybody waited. */
    private static long tellsAll() {
        long longest = 0;
        for (String path : List.of("/devices", "/accounts", "/tokens", "/sign-in", "/v1/devices", "/health/ready")) {
            long start = System.nanoTime();
            Reply reply = admin.get(path, "Authorization", "Bearer " + service.token());
            longest = Math.max(longest, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            if (!path.equals("/sign-in")) {
                assertThat(reply.status()).as(path).isEqualTo(503);
                assertThat(reply.header("Retry-After")).as(path).matches("[0-9]+");
            }
            assertThat(reply.text()).doesNotContain("Exception", "\tat ");
        }
        assertThat(service.get("/health/live").status()).isEqualTo(200);
        return longest;
    }
}
