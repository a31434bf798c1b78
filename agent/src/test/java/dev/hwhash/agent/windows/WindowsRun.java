// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.windows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** A Windows process that has ended: what it said, and what it did with WMI's objects. */
@NullMarked
public final class WindowsRun {

    private final int exitCode;
    private final Duration elapsed;
    private final byte[] stdout;
    private final String stderr;
    private final Map<String, Long> counts;

    WindowsRun(int exitCode, Duration elapsed, Path stdout, Path stderr, Path counts) {
        this.exitCode = exitCode;
        this.elapsed = elapsed;
        this.stdout = bytes(stdout);
        this.stderr = withoutWinesNotices(text(bytes(stderr)));
        this.counts = Files.exists(counts) ? parsed(text(bytes(counts))) : Map.of();
    }

    /** Returns the exit code, cut to eight bits as on every Linux. */
    public int exitCode() {
        return exitCode;
    }

    /** Returns the time from the start to the end of the process. */
    Duration elapsed() {
        return elapsed;
    }

    /** Returns what went to stdout, as UTF-8. */
    public String stdout() {
        return text(stdout);
    }

    /** Returns the bytes of stdout. */
    byte[] stdoutBytes() {
        return stdout.clone();
    }

    /** Returns what went to stderr, as UTF-8, without Wine's own notices. */
    public String stderr() {
        return stderr;
    }

    /**
     * Returns one of the double's counts; 0 if the process never asked for WMI.
     *
     * @param name as in {@code src/test/c/counts.h}, such as {@code connects}
     */
    long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** Returns whether every object was released exactly as often as it was given out, and every string freed. */
    public boolean releasedEverything() {
        return count("alive") == 0
                && count("created") == count("released")
                && count("overreleased") == 0
                && count("deadcalls") == 0
                && count("strings") == count("stringsfreed");
    }

    /** Returns everything that explains a failed assertion. */
    @Override
    public String toString() {
        return "exit code " + exitCode + " after " + elapsed.toMillis() + " ms, " + counts + "\nstdout: " + stdout()
                + "\nstderr: " + stderr;
    }

    /** Returns what a process said on stderr, without the lines that are Wine's. */
    private static String withoutWinesNotices(String stderr) {
        return stderr.lines()
                .filter(line -> !isWinesNotice(line))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static boolean isWinesNotice(String line) {
        return line.contains("Attempt to get process group affinity failed")
                || line.startsWith("it looks like wine32 is missing")
                || line.startsWith("multiarch needs to be enabled first")
                || line.startsWith("execute \"dpkg --add-architecture i386")
                || line.contains("apt-get install wine32:i386");
    }

    private static Map<String, Long> parsed(String record) {
        Map<String, Long> counts = new HashMap<>();
        for (String line : record.lines().toList()) {
            String[] words = line.split(" +", 2);
            counts.put(words[0], Long.valueOf(words[1]));
        }
        return counts;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
