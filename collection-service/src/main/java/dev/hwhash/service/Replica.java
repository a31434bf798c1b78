// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.background.BackgroundThread;
import dev.hwhash.service.background.Turn;
import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.DatabaseClock;
import dev.hwhash.service.token.BucketStore;
import java.time.Clock;
import java.time.Duration;

/**
 * What this replica of the service has in common with the others on its database: the time, whose turn it is, how often
 * somebody failed. To be closed before the database.
 */
final class Replica implements AutoCloseable {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final BackgroundThread thread = new BackgroundThread("replica");
    private final DatabaseClock clock;
    private final Turn turn;
    private final BucketStore failures;

    Replica(Database database) {
        clock = DatabaseClock.of(database);
        turn = database.turn();
        failures = database.buckets();
        thread.repeat(clock::measure, MINUTE);
        thread.repeat(turn, failures::sweep, MINUTE);
    }

    Clock clock() {
        return clock;
    }

    Turn turn() {
        return turn;
    }

    BucketStore failures() {
        return failures;
    }

    /**
     * Looks now and every ten seconds at something that others may have changed.
     *
     * @param look quick; logs its own failures
     */
    void watch(Runnable look) {
        thread.repeat(look, LOOK);
    }

    @Override
    public void close() {
        thread.close();
        turn.close();
    }
}
