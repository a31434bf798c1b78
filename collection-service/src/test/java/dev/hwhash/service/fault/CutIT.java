// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.FaultCount;
import dev.hwhash.service.Bodies;
import dev.hwhash.service.ServiceProcess;
import dev.hwhash.service.ServiceProcess.Answer;
import dev.hwhash.service.fault.Cutting.Moment;
import dev.hwhash.service.store.InstalledPostgreSql;
import dev.hwhash.service.store.InstalledPrograms;
import dev.hwhash.service.store.ServerOnly;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way to PostgreSQL is cut or goes dead: what was acknowledged is there once, and each request is answered. */
@InstalledPrograms
@ServerOnly("no way that can be cut")
class CutIT {

    private static final int PCS = 16;
    private static final long ANSWERED_MILLIS = 60_000;

    @TempDir
    static Path folder;

    private static InstalledPostgreSql server;
    private static Cutting cutting;
    private static ServiceProcess service;
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @BeforeAll
    static void start() {
        server = InstalledPostgreSql.start();
        cutting = Cutting.to(server.port());
        String url = server.url("postgres").replace(":" + server.port(), ":" + cutting.port());
        service = ServiceProcess.start(folder.resolve("data"), "--database", url);
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        cutting.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(names = "NEVER", mode = EnumSource.Mode.EXCLUDE)
    void aReportWhoseCommitIsCutIsStoredOnceAndItsRepeatHasTheSameReceipt(Moment moment) {
        int cuts = FaultCount.of(10, 200);
        int repeats = 0;
        for (int i = 0; i < cuts; i++) {
            UUID id = UUID.randomUUID();
            byte[] body = Bodies.report("HWHASH-C" + i % 5);
            cutting.cutNextCommit(moment);
            Answer answer = service.put(id, body);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("busy");
            assertThat(answer.header("Retry-After")).matches("[0-9]+");
            for (answer = service.put(id, body); answer.status() == 503; answer = service.put(id, body)) {
                repeats++;
            }
            assertThat(answer.status()).isEqualTo(moment == Moment.BEFORE_THE_ANSWER_IS_BACK ? 200 : 201);
            Answer again = service.put(id, body);
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.text()).isEqualTo(answer.text());
        }
        System.out.println(
                cuts + " commits cut " + moment + ", each report stored once; " + repeats + " repeats refused before");
    }

    @Test
    void cutsUnderLoadLoseNothing() throws Exception {
        int cuts = FaultCount.of(12, 400);
        try (Outboxes outboxes = Outboxes.of(PCS, service)) {
            int before = cutting.cuts();
            for (int i = 0; i < cuts; i++) {
                outboxes.awaitMore(1 + random.nextInt(60));
                switch (i % 3) {
                    case 1 -> cutting.cutNextCommit(Moment.BEFORE_THE_SERVER_HAS_IT);
                    case 2 -> cutting.cutNextCommit(Moment.BEFORE_THE_ANSWER_IS_BACK);
                    default -> cutting.cutAll();
                }
            }
            outboxes.awaitMore(50);
            outboxes.stop();
            String words = cuts + " moments, " + (cutting.cuts() - before) + " connections cut, seed " + seed;
            Ledger.settle(words, server, service, outboxes);
        }
    }

    @Test
    void whatIsSwallowedIsAnsweredInTimeAndTheServiceRecovers() throws Exception {
        int times = FaultCount.of(1, 20);
        long recovery = 0;
        try (Outboxes outboxes = Outboxes.of(PCS, service)) {
            for (int i = 0; i < times; i++) {
                outboxes.awaitMore(1 + random.nextInt(100));
                cutting.swallow(true);
                Thread.sleep(10_000 + random.nextInt(5_000));
                cutting.swallow(false);
                recovery = Math.max(recovery, outboxes.awaitMore(1));
            }
            outboxes.awaitMore(50);
            outboxes.stop();
            String words = times + " times all was swallowed, seed " + seed + ", longest recovery " + recovery + " ms";
            Ledger.settle(words, server, service, outboxes);
            assertThat(outboxes.longestMillis()).isLessThan(ANSWERED_MILLIS);
            assertThat(outboxes.answers()).doesNotContainKey("no answer");
        }
    }
}
