// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command while it runs. */
public final class HwhashProcess {

    /** Nothing here takes nearly as long, on a loaded machine either: later means that it hangs. */
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final List<String> command;
    private final Path stdout;
    private final Path stderr;
    private final long startedAt;
    private final Process process;

    HwhashProcess(ProcessBuilder builder, Path stdout, Path stderr) throws IOException {
        this.command = List.copyOf(builder.command());
        this.stdout = stdout;
        this.stderr = stderr;
        this.startedAt = System.nanoTime();
        this.process = builder.start();
    }

    Process process() {
        return process;
    }

    /** Waits for the end. At the deadline the process is killed and the test fails. */
    public HwhashRun end() {
        return end(DEADLINE);
    }

    /** As {@link #end()}, for what has to wait for somebody else by design. */
    public HwhashRun end(Duration deadline) {
        int exitCode = await(deadline);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - startedAt);
        byte[] data = taken(stdout);
        String words = new String(taken(stderr), StandardCharsets.UTF_8);
        return new HwhashRun(command, exitCode, data, words, elapsed).checked();
    }

    /** Ends the process as a power cut would, and waits until it is gone; returns false if it had ended by itself. */
    public boolean kill() {
        process.destroyForcibly();
        int exitCode = await(DEADLINE);
        taken(stdout);
        taken(stderr);
        return exitCode != 0;
    }

    private int await(Duration deadline) {
        try {
            Duration left = deadline.minusNanos(System.nanoTime() - startedAt);
            if (process.waitFor(left.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError("not ended after " + deadline.toSeconds() + " s: " + command + "\nstderr: "
                + new String(taken(stderr), StandardCharsets.UTF_8));
    }

    private static byte[] taken(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            Files.delete(file);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
