// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.bulk;

import dev.hwhash.agent.Messages;
import java.io.Closeable;

/**
 * A line that tells how far a long run is: only after a second, and only where somebody watches stderr. Not thread-safe.
 */
public final class Progress implements Closeable {

    private static final long FIRST = 1_000_000_000L;
    private static final long BETWEEN = 200_000_000L;
    private static final int BAR = 30;

    private final String doing;
    private final long size;
    private final Messages messages;
    private final long start = System.nanoTime();
    private long next = start + FIRST;
    private long rows;

    /**
     * Starts the clock.
     *
     * @param doing what is done, in few words
     * @param size how many bytes there are to read
     * @param messages where to show it
     */
    public Progress(String doing, long size, Messages messages) {
        this.doing = doing;
        this.size = size;
        this.messages = messages;
    }

    /**
     * Tells how far it is.
     *
     * @param bytes how many bytes have been read in all
     * @param more how many more rows that were
     */
    public void step(long bytes, int more) {
        rows += more;
        long now = System.nanoTime();
        if (now >= next) {
            next = now + BETWEEN;
            messages.progress(line(bytes, (now - start) / 1_000_000_000L));
        }
    }

    private String line(long bytes, long seconds) {
        long percent = size == 0 ? 100 : Math.min(100, bytes * 100 / size);
        int full = (int) (percent * BAR / 100);
        return doing + " [" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + percent + " %, " + rows + " rows, "
                + seconds + " s";
    }

    /** Takes the line away. */
    @Override
    public void close() {
        messages.progress("");
    }
}
