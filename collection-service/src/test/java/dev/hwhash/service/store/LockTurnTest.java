// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.background.BackgroundThread;
import dev.hwhash.service.background.Turn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of several replicas has the turn. */
class LockTurnTest {

    private static final int REPLICAS = 5;

    @TempDir
    Path folder;

    private final List<Turn> turns = new ArrayList<>();
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(TestDatabase.at(folder.resolve("test.db")));
        for (int i = 0; i < REPLICAS; i++) {
            turns.add(database.turn());
        }
    }

    @AfterEach
    void close() {
        turns.forEach(Turn::close);
        database.close();
    }

    private List<Integer> mine() {
        List<Integer> mine = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).isMine()) {
                mine.add(i);
            }
        }
        return mine;
    }

    /** Cuts all connections that hold or held the lock. */
    private void cut() {
        database.jdbi()
                .useHandle(handle -> handle.execute("SELECT pg_terminate_backend(pid) FROM pg_locks"
                        + " WHERE locktype = 'advisory' AND objid = 2 AND granted AND pid <> pg_backend_pid()"));
    }

    @Test
    @EmbeddedOnly("one replica at a time")
    void aServiceOfItsOwnFolderAlwaysHasIt() {
        assertThat(mine()).hasSize(REPLICAS);
    }

    @Test
    @ServerOnly("always the turn of the only one")
    void oneHasItForAsLongAsItLives() {
        for (int round = 0; round < 3; round++) {
            assertThat(mine()).containsExactly(0);
        }
        turns.get(0).close();
        assertThat(turns.get(3).isMine()).as("the first who asks").isTrue();
        assertThat(mine()).as("nobody gets it back").containsExactly(3);
    }

    @Test
    @ServerOnly("always the turn of the only one")
    void itIsNeverTwosAtOnceWhereConnectionsAreCut() {
        int rounds = 20;
        int moved = 0;
        int last = -1;
        for (int round = 0; round < rounds; round++) {
            cut();
            List<Integer> first = mine();
            assertThat(first).hasSizeLessThanOrEqualTo(1);
            List<Integer> then = mine();
            assertThat(then).as("all are connected again").hasSize(1);
            moved += then.get(0) == last ? 0 : 1;
            last = then.get(0);
        }
        System.out.println("turns: " + rounds + " cuts, it moved " + moved + " times, never two at once");
        assertThat(moved).isGreaterThan(1);
    }

    @Test
    @ServerOnly("always the turn of the only one")
    void workWaitsForItsTurn() throws InterruptedException {
        assertThat(turns.get(0).isMine()).isTrue();
        CountDownLatch done = new CountDownLatch(1);
        try (BackgroundThread thread = new BackgroundThread("test")) {
            thread.repeat(turns.get(1), done::countDown, Duration.ofMillis(20));
            assertThat(done.await(200, TimeUnit.MILLISECONDS)).isFalse();
            turns.get(0).close();
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
