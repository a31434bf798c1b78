// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.token.BucketStore;
import dev.hwhash.service.token.SharedBuckets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What replicas count together. */
@ServerOnly("buckets in its memory alone")
class SqlBucketsTest {

    private static final int REPLICAS = 4;
    private static final int CAPACITY = 20;
    private static final long HOUR = Duration.ofHours(1).toNanos();

    @TempDir
    Path folder;

    private final List<SharedBuckets> replicas = new ArrayList<>();
    private Database database;
    private BucketStore everywhere;

    @BeforeEach
    void open() {
        database = Database.open(TestDatabase.at(folder.resolve("test.db")));
        everywhere = database.buckets();
        for (int i = 0; i < REPLICAS; i++) {
            replicas.add(new SharedBuckets("test", CAPACITY, HOUR, System::nanoTime, everywhere));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private long rows() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM bucket")
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void whatFailsIsCountedOnceWhereverItFails() {
        int begun = 0;
        int within = 0;
        for (int i = 0; i < 10 * CAPACITY; i++) {
            SharedBuckets replica = replicas.get(i % REPLICAS);
            if (replica.take("key")) {
                begun++;
                within += replica.failed("key") ? 1 : 0;
            }
        }
        System.out.println(REPLICAS + " replicas, capacity " + CAPACITY + ": " + begun + " tries began, " + within
                + " were within the limit");
        assertThat(within).isEqualTo(CAPACITY);
        assertThat(begun).isLessThanOrEqualTo(CAPACITY + REPLICAS - 1);
        assertThat(replicas.get(0).take("another key")).isTrue();
    }

    @Test
    void manyAtOnceAreEachCounted() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < 5 * CAPACITY; i++) {
                SharedBuckets replica = replicas.get(i % REPLICAS);
                answers.add(threads.submit(() -> replica.take("key") && replica.failed("key")));
            }
            int within = 0;
            for (Future<Boolean> answer : answers) {
                within += answer.get() ? 1 : 0;
            }
            assertThat(within).isEqualTo(CAPACITY);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatDoesNotFailIsNeverWritten() {
        for (int i = 0; i < 10 * CAPACITY; i++) {
            assertThat(replicas.get(0).take("key")).isTrue();
            replicas.get(0).giveBack("key");
        }
        assertThat(rows()).isZero();
    }

    @Test
    void whatWasTooMuchIsWaitedForButNotForEver() {
        for (int i = 0; i < 5 * CAPACITY; i++) {
            everywhere.add("key", HOUR, 2 * CAPACITY);
        }
        assertThat(everywhere.add("key", HOUR, 2 * CAPACITY)).isEqualTo(2 * CAPACITY * HOUR);
    }

    @Test
    void whatHasPassedCountsNoMoreAndIsForgotten() throws InterruptedException {
        long each = Duration.ofMillis(20).toNanos();
        for (int i = 0; i < 3; i++) {
            everywhere.add("soon over", each, CAPACITY);
        }
        everywhere.add("lasting", HOUR, CAPACITY);
        Thread.sleep(100);
        assertThat(everywhere.add("soon over", each, CAPACITY)).isEqualTo(each);
        Thread.sleep(100);
        everywhere.sweep();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void whereNothingCanBeWrittenEachReplicaCountsAlone() {
        database.jdbi().useHandle(handle -> handle.execute("DROP TABLE bucket"));
        int within = 0;
        while (replicas.get(0).take("key") && within < 10 * CAPACITY) {
            assertThat(replicas.get(0).failed("key")).isTrue();
            within++;
        }
        assertThat(within).isEqualTo(CAPACITY);
        everywhere.sweep();
    }
}
