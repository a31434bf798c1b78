// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.oa3;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs another program that shows and asks nobody anything: stdin at its end, output drained, a deadline. */
final class ToolProcess {

    /** How long the system may take to end what was killed, and to hand over the last of its output. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private ToolProcess() {}

    /**
     * Runs a program to its end.
     *
     * @param command the program by its absolute path, and its arguments
     * @param folder where it runs
     * @param patience after which it is ended, with all that it has started
     * @throws IOException if it does not start
     */
    static ToolEnd run(List<String> command, Path folder, Duration patience) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        // A secret of ours is no other program's business.
        builder.environment().keySet().removeIf(name -> name.regionMatches(true, 0, "HWHASH_", 0, 7));
        Process process = builder.start();
        Drain drain = Drain.of(process.getInputStream());
        boolean ended = false;
        try {
            process.getOutputStream().close();
            ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!ended) {
                end(process);
            }
        }
        return ended ? new ToolEnd.Exited(process.exitValue(), drain.said(GRACE)) : new ToolEnd.Overdue();
    }

    /** What a program has started is asked for before its own end, after which nobody knows. */
    private static void end(Process process) {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        try {
            // A folder in which a process still runs cannot be deleted.
            process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
