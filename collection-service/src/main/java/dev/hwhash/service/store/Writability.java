// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Whether a database takes a write, as a write of its own shows. Thread-safe. */
final class Writability {

    private static final long RETRY_NANOS = Duration.ofSeconds(1).toNanos();

    /** For as long as a try lasts, what the last one found is believed. */
    private static final long SLOW_NANOS = Duration.ofSeconds(3).toNanos();

    private final Jdbi jdbi;
    private final Engine engine;
    private final ReentrantLock trying = new ReentrantLock();
    private volatile long triedAt = System.nanoTime() - 2 * RETRY_NANOS;
    private volatile boolean given;
    private volatile boolean noRoom;

    Writability(Jdbi jdbi, Engine engine) {
        this.jdbi = jdbi;
        this.engine = engine;
    }

    /** Has heard from somebody else that it takes none, and may try soon. */
    void lost() {
        given = false;
    }

    /** Has the next try ask for as much room as a group of reports: something else did not find it. */
    void noRoom() {
        noRoom = true;
        given = false;
    }

    boolean isGiven() {
        if (!trying.tryLock()) {
            return given && System.nanoTime() - triedAt < SLOW_NANOS;
        }
        try {
            if (System.nanoTime() - triedAt > RETRY_NANOS) {
                triedAt = System.nanoTime();
                given = write();
            }
            return given;
        } finally {
            trying.unlock();
        }
    }

    private boolean write() {
        try {
            jdbi.useHandle(handle -> handle.execute(engine.probe()));
            if (noRoom) {
                jdbi.useHandle(handle -> handle.execute(engine.probeRoom()));
                noRoom = false;
            }
            return true;
        } catch (JdbiException e) {
            noRoom |= StoreTrouble.of(e).equals(Optional.of(StoreTrouble.DISK));
            return false;
        }
    }
}
