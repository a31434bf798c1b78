// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.windows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;

/** A Windows program that was started. What it says goes to files, which can be read while it runs. */
@NullMarked
final class WindowsProcess implements AutoCloseable {

    private static final long POLL_MS = 20;

    private final List<String> command;
    private final Duration deadline;
    private final Path stdout;
    private final Path stderr;
    private final Path counts;
    private final long startedAt;
    private final Process process;

    /**
     * Starts the program.
     *
     * @param builder the command, with all but its output set
     * @param folder where its output goes
     * @param number what tells it from other programs of that folder
     * @param counts where the double writes its counts
     * @param deadline the time after the start at which the program is killed
     */
    WindowsProcess(ProcessBuilder builder, Path folder, int number, Path counts, Duration deadline) {
        this.command = List.copyOf(builder.command());
        this.deadline = deadline;
        this.stdout = folder.resolve("stdout-" + number + ".txt");
        this.stderr = folder.resolve("stderr-" + number + ".txt");
        this.counts = counts;
        // Not to pipes: Wine's services inherit them, and would hold them open for seconds after the end.
        builder.redirectOutput(stdout.toFile()).redirectError(stderr.toFile());
        this.startedAt = System.nanoTime();
        try {
            this.process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the process; it is the Windows program itself, not a launcher of it. */
    Process process() {
        return process;
    }

    /** Waits for the end. At the deadline the process is killed and the test fails. */
    WindowsRun end() {
        Duration left = deadline.minusNanos(System.nanoTime() - startedAt);
        return ended(WineBed.await(process, command, left));
    }

    /** Ends the process as a power cut would, and waits until it is gone. */
    WindowsRun kill() {
        process.destroyForcibly();
        return ended(WineBed.await(process, command, deadline));
    }

    /** Ends the process if it still runs. */
    @Override
    public void close() {
        kill();
    }

    /** Returns as soon as stdout holds a text; fails if the process ends or its deadline passes before. */
    void awaitOutput(String text) {
        while (!stdout().contains(text)) {
            boolean expired = System.nanoTime() - startedAt > deadline.toNanos();
            if (expired || endedWithin(POLL_MS)) {
                throw new AssertionError("never said '" + text + "': " + kill());
            }
        }
    }

    private boolean endedWithin(long milliseconds) {
        try {
            return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private WindowsRun ended(int exitCode) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - startedAt);
        return new WindowsRun(exitCode, elapsed, stdout, stderr, counts);
    }

    private String stdout() {
        try {
            return new String(Files.readAllBytes(stdout), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
