// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.oa3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Empties the output of a program, so that it never waits for us, and keeps the last of it. */
final class Drain extends Thread {

    private static final int KEPT = 4096;

    private final InputStream output;
    /** The last of the output, round and round; guarded by this. */
    private final byte[] kept = new byte[KEPT];

    private long seen;

    private Drain(InputStream output) {
        super("oa3tool-output");
        this.output = output;
    }

    /** Begins on a daemon thread: what a program leaves behind may hold its output open for ever. */
    static Drain of(InputStream output) {
        Drain drain = new Drain(output);
        drain.setDaemon(true);
        drain.start();
        return drain;
    }

    @Override
    public void run() {
        byte[] some = new byte[8192];
        try (output) {
            for (int count = output.read(some); count >= 0; count = output.read(some)) {
                keep(some, count);
            }
        } catch (IOException e) {
            // The program is gone; what it has said is kept.
        }
    }

    /** Returns the end of what was said so far, one character for each byte, after waiting for the rest. */
    String said(Duration patience) {
        try {
            join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            int length = (int) Math.min(seen, KEPT);
            byte[] last = new byte[length];
            for (int i = 0; i < length; i++) {
                last[i] = kept[(int) ((seen - length + i) % KEPT)];
            }
            return new String(last, StandardCharsets.ISO_8859_1);
        }
    }

    private synchronized void keep(byte[] some, int count) {
        for (int i = Math.max(0, count - KEPT); i < count; i++) {
            kept[(int) ((seen + i) % KEPT)] = some[i];
        }
        seen += count;
    }
}
