// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.time.Duration;

/**
 * When the whole command must be over, and what it is busy with until then. Safe for use by several threads.
 */
public final class Deadline {

    private final long start = System.nanoTime();
    private volatile long end;
    private volatile Problem overdue;

    Deadline(Duration timeout) {
        this.end = start + timeout.toNanos();
        this.overdue = new Problem(ExitCode.DEFECT, "timeout", "the deadline of --timeout passed during start-up");
    }

    /** Moves the end, counted from the start as before. */
    synchronized void endAfter(Duration timeout) {
        end = start + timeout.toNanos();
        notifyAll();
    }

    /**
     * Moves the end, since somebody is asked whose time is not the command's.
     *
     * @param more by how much
     */
    public synchronized void extend(Duration more) {
        end += more.toNanos();
        notifyAll();
    }

    /**
     * Returns what it means if the end comes now.
     *
     * @return what was said last by {@link #busyWith}
     */
    public Problem overdue() {
        return overdue;
    }

    /**
     * Returns how long there is.
     *
     * @return at least a millisecond, so that what asks still gets one try
     */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(end - System.nanoTime(), 1_000_000L));
    }

    /**
     * States what a failure would mean from now on.
     *
     * @param exit how the run ends if the deadline passes
     * @param id stable name for scripts
     * @param busyWith fits behind "the deadline of --timeout passed while "
     */
    public void busyWith(ExitCode exit, String id, String busyWith) {
        overdue = new Problem(exit, id, "the deadline of --timeout passed while " + busyWith);
    }

    /** Waits on a daemon thread until the deadline is over by a grace that lets the run end by itself, then reports. */
    void watch(Duration grace, java.util.function.Consumer<Problem> report) {
        Thread watchdog = new Thread("deadline") {
            @Override
            public void run() {
                waitForEnd(grace.toNanos());
                report.accept(overdue);
            }
        };
        watchdog.setDaemon(true);
        watchdog.start();
    }

    private synchronized void waitForEnd(long grace) {
        long left = end + grace - System.nanoTime();
        while (left > 0) {
            try {
                wait(left / 1_000_000L + 1);
            } catch (InterruptedException nobodyMayStopIt) {
                // The promise is that the command ends; it is kept.
            }
            left = end + grace - System.nanoTime();
        }
    }
}
