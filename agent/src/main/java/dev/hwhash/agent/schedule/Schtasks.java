// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.schedule;

import dev.hwhash.agent.SystemProgram;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
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
        ProcessBuilder builder = SystemProgram.call(SystemProgram.of("schtasks.exe"), arguments)
                .redirectInput(Redirect.PIPE)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
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
}
