// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileSystemException;
import java.time.Duration;

/** How long one call may still wait. Not thread-safe: one for each call. */
final class Patience {

    /** How long a file that another program keeps open is tried: virus scanners and indexers let go within it. */
    static final Duration SHARING = Duration.ofSeconds(5);

    private static final long PAUSE_MILLIS = 20;

    private final Timer timer;
    private final long start;
    private final long nanos;

    Patience(Duration duration, Timer timer) {
        this.timer = timer;
        this.start = timer.nanos();
        this.nanos = nanos(duration);
    }

    /** A step that another program may stand in the way of for a moment. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException;
    }

    /** A {@link Step} without a result. */
    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }

    boolean over() {
        return timer.nanos() - start >= nanos;
    }

    void pause() throws InterruptedIOException {
        try {
            timer.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException stopped = new InterruptedIOException("interrupted while waiting");
            stopped.initCause(e);
            throw stopped;
        }
    }

    void insist(Action action) throws IOException {
        insist(() -> {
            action.run();
            return true;
        });
    }

    /** Runs a step until it succeeds, fails for good, or 5 s or this patience are over. */
    <T> T insist(Step<T> step) throws IOException {
        return insist(step, SHARING);
    }

    /** Runs a step until it succeeds, fails for good, or a time or this patience are over. */
    <T> T insist(Step<T> step, Duration most) throws IOException {
        Patience sharing = new Patience(most, timer);
        while (true) {
            try {
                return step.run();
            } catch (FileSystemException e) {
                if (!Refusal.of(e).mayPass() || sharing.over() || over()) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static long nanos(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }
}
