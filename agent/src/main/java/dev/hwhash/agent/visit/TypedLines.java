// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Lines that somebody types, waited for with a limit. Nothing is read before the first one is asked for. */
final class TypedLines {

    private static final int LONGEST_KEPT = 100;

    private final InputStream stdin;
    /** Empty: there are no more. */
    private final BlockingQueue<Optional<String>> typed = new LinkedBlockingQueue<>();

    private boolean reading;
    private boolean over;

    TypedLines(InputStream stdin) {
        this.stdin = stdin;
    }

    /**
     * Returns the key that a line means.
     *
     * @param keys digits and small letters
     * @param usual what an empty line means
     * @return empty for anything but one of the keys
     */
    static Optional<Character> key(String line, String keys, Optional<Character> usual) {
        String word = line.strip().toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return usual;
        }
        return word.length() == 1 && keys.contains(word) ? Optional.of(word.charAt(0)) : Optional.empty();
    }

    /** Drops what was typed before anybody asked. */
    void forget() {
        over |= typed.contains(Optional.<String>empty());
        typed.clear();
    }

    /** Waits for a line; empty if none comes in time, or none can come any more. */
    Optional<String> next(Duration patience) {
        start();
        try {
            Optional<String> line = over ? Optional.empty() : typed.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            over |= line != null && line.isEmpty();
            return line == null ? Optional.empty() : line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** A read of the console cannot be broken off, so it gets a thread that the process does not wait for. */
    private void start() {
        if (!reading) {
            reading = true;
            Thread reader = new Thread(this::read, "typed-lines");
            reader.setDaemon(true);
            reader.start();
        }
    }

    private void read() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(stdin, StandardCharsets.ISO_8859_1))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                typed.add(Optional.of(line.substring(0, Math.min(line.length(), LONGEST_KEPT))));
            }
        } catch (IOException gone) {
            // The same as its end.
        }
        typed.add(Optional.empty());
    }
}
