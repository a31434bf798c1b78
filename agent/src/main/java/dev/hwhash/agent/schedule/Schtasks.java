// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.schedule;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code schtasks.exe}, which every Windows since XP has. */
final class Schtasks {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private Schtasks() {}

    /**
     * Runs it to its end.
     *
     * @return its exit code
     * @throws IOException if it does not start, or does not end in time
     */
    static int run(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(program().toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Redirect.PIPE)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        // A secret of ours is no other program's business.
        builder.environment().keySet().removeIf(name -> name.regionMatches(true, 0, "HWHASH_", 0, 7));
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            if (process.waitFor(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IOException("it has not ended after " + DEADLINE.toSeconds() + " s");
    }

    /** By its absolute path: another schtasks.exe on the PATH would run with our rights. */
    private static Path program() {
        String root = System.getenv("SystemRoot");
        return Path.of(root == null ? "C:\\Windows" : root, "System32", "schtasks.exe");
    }
}
