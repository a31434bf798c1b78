// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import dev.hwhash.agent.SystemProgram;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Shuts Windows down by its own program.
 *
 * @see <a href="https://learn.microsoft.com/windows-server/administration/windows-commands/shutdown">shutdown</a>
 * @see <a href="https://learn.microsoft.com/windows-hardware/manufacture/desktop/wpeutil-command-line-options">wpeutil</a>
 */
final class WindowsPower implements PowerSwitch {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    /** Long enough to read the last words, and to pull out the stick. */
    private static final String SECONDS = "15";

    private final boolean windowsPe;

    WindowsPower(boolean windowsPe) {
        this.windowsPe = windowsPe;
    }

    @Override
    public void off() throws IOException {
        // Windows PE has no shutdown.exe.
        ProcessBuilder call = windowsPe
                ? SystemProgram.call(SystemProgram.of("wpeutil.exe"), List.of("shutdown"))
                : SystemProgram.call(SystemProgram.of("shutdown.exe"), List.of("/s", "/t", SECONDS));
        Process process = call.redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor(DEADLINE.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() != 0) {
                throw new IOException("exit code " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
