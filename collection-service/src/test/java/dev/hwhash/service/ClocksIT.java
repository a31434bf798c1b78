// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.account.Role;
import dev.hwhash.service.store.InstalledPrograms;
import dev.hwhash.service.store.ServerOnly;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas on machines whose clocks are ten minutes apart. */
@InstalledPrograms
@ServerOnly("its machine's clock alone")
class ClocksIT {

    private static final int REPORTS = 40;

    /** Between two reports; an answer of the server has taken no longer on its way. */
    private static final int PAUSE_MILLIS = 30;

    @TempDir
    static Path folder;

    private static Replicas replicas;

    @BeforeAll
    static void start() {
        replicas = Replicas.startOff(folder, "+10m");
    }

    @AfterAll
    static void stop() {
        replicas.close();
    }

    @Test
    void theMachineThatIsOffSaysSo() {
        assertThat(replicas.two.log()).contains("clock-off").containsPattern("\"offsetMillis\":\"-(599|600)");
        assertThat(replicas.one.log()).doesNotContain("clock-off");
    }

    @Test
    void reportsAreReceivedInTheOrderInWhichTheyCame() throws Exception {
        String token = replicas.one.token();
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < REPORTS; i++) {
            ServiceProcess replica = i % 2 == 0 ? replicas.one : replicas.two;
            UUID id = UUID.randomUUID();
            sent.add(id.toString());
            assertThat(replica.put(id, Bodies.report("HWHASH-" + i), token).status())
                    .isEqualTo(201);
            Thread.sleep(PAUSE_MILLIS);
        }
        List<String> received = new ArrayList<>();
        long first = Long.MAX_VALUE;
        try (var connection = replicas.connect();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT report_id, received_at FROM report ORDER BY received_at, id")) {
            while (rows.next()) {
                received.add(rows.getString(1));
                first = Math.min(first, rows.getLong(2));
            }
        }
        received.retainAll(sent);
        assertThat(received).isEqualTo(sent);
        assertThat(Instant.ofEpochMilli(first)).isBetween(Instant.now().minusSeconds(120), Instant.now());
        System.out.println(REPORTS + " reports through two replicas ten minutes apart: in their order");
    }

    @Test
    void aSessionOfOneIsGoodAtTheOther() {
        SignedIn one = SignedIn.as(replicas.one, Role.VIEWER, "slow");
        assertThat(Replicas.at(replicas.two, one).get("/password").status()).isEqualTo(200);
        assertThat(one.get("/password").status()).isEqualTo(200);
        String password =
                People.account(replicas.one.data(), Role.VIEWER, "fast").text();
        SignedIn two = new SignedIn(replicas.two.url());
        assertThat(two.signIn("fast", password).status()).isEqualTo(303);
        assertThat(Replicas.at(replicas.one, two).get("/password").status()).isEqualTo(200);
    }

    @Test
    void aTokenExpiresAtBothInTheSameMoment() throws Exception {
        String token = replicas.one.token("enrolment");
        replicas.execute("UPDATE token SET expires_at ="
                + " CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT) + 3000"
                + " WHERE id = (SELECT max(id) FROM token)");
        byte[] body = Bodies.report("HWHASH-EXPIRES");
        UUID id = UUID.randomUUID();
        assertThat(replicas.one.put(id, body, token).status()).isEqualTo(201);
        assertThat(replicas.two.put(id, body, token).status()).isEqualTo(200);
        long[] refused = new long[2];
        while (refused[0] == 0 || refused[1] == 0) {
            for (int i = 0; i < 2; i++) {
                ServiceProcess replica = i == 0 ? replicas.one : replicas.two;
                int status = refused[i] == 0 ? replica.put(id, body, token).status() : 401;
                if (status == 401 && refused[i] == 0) {
                    refused[i] = System.nanoTime();
                } else {
                    assertThat(status).isIn(200, 401);
                }
            }
        }
        long apart = Math.abs(refused[0] - refused[1]) / 1_000_000;
        System.out.println("an expired token was refused at both within " + apart + " ms");
        // A replica asks again for a token after a second.
        assertThat(apart).isLessThan(1_500);
    }
}
