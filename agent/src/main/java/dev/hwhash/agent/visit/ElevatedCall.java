// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.collector.ElevatedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The run as administrator: how it is asked for, and what its end means; pure. */
final class ElevatedCall {

    /** Keeps the second run from asking for a third. */
    static final String MARK = "--asked-for-rights";

    private ElevatedCall() {}

    /**
     * Returns what cmd.exe gets to run the launcher.
     *
     * @param launcher the absolute path of hwhash.cmd
     * @throws IllegalArgumentException if a word holds a quote, which no path of Windows does
     * @see <a href="https://learn.microsoft.com/windows-server/administration/windows-commands/cmd">cmd</a>: with /s it
     *     takes away the first and the last quote, and no other
     */
    static String parameters(String launcher, VisitRequest request) {
        List<String> words = new ArrayList<>(
                List.of(launcher, "stick", "collect", request.stick().toString(), MARK, "--window"));
        if (request.shutDown()) {
            words.add("--shut-down");
        }
        words.addAll(request.options());
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            line.append(line.length() == 0 ? "" : " ").append(quoted(word));
        }
        return "/d /s /c \"" + line + "\"";
    }

    /** In quotes always: an ampersand without them ends the command. */
    private static String quoted(String word) {
        if (word.indexOf('"') >= 0) {
            throw new IllegalArgumentException("a quote in a word for cmd: " + word);
        }
        int end = word.length();
        while (end > 0 && word.charAt(end - 1) == '\\') {
            end--;
        }
        // Backslashes before a quote count as half of them.
        return '"' + word + word.substring(end) + '"';
    }

    /** Tells whether the other run was one of hwhash that has told everything in its own window. */
    static boolean hasTold(ElevatedRun run) {
        return run instanceof ElevatedRun.Ended ended
                && (ended.exitCode() == 0 || ExitCode.ofCode(ended.exitCode()) != ExitCode.DEFECT);
    }

    /** Returns what kept the other run from its end; empty where all is well. */
    static Optional<Problem> problem(ElevatedRun run) {
        if (run instanceof ElevatedRun.Ended ended) {
            return ended.exitCode() == 0 ? Optional.empty() : Optional.of(failed(ended.exitCode()));
        }
        if (run instanceof ElevatedRun.NotStarted notStarted) {
            return Optional.of(new Problem(
                    ExitCode.ACCESS_DENIED,
                    "elevation-failed",
                    "Windows did not start hwhash as administrator (Win32 error " + notStarted.error()
                            + "); open a command prompt as administrator and start Collect.cmd there, from a stick or"
                            + " a local folder rather than a network drive"));
        }
        return Optional.of(
                run instanceof ElevatedRun.Declined
                        ? new Problem(
                                ExitCode.ACCESS_DENIED,
                                "elevation-declined",
                                "Windows asked whether hwhash may run as administrator, and the answer was no; start"
                                        + " Collect.cmd once more and answer Yes")
                        : new Problem(
                                ExitCode.DEFECT,
                                "elevated-run-lost",
                                "the end of the run as administrator was not seen; its own window tells what came of it"));
    }

    private static Problem failed(int code) {
        return new Problem(
                ExitCode.ofCode(code),
                "elevated-run-failed",
                "the run as administrator ended with exit code " + code + "; its own window told why");
    }
}
