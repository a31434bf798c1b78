// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class CommonOptions {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    boolean help;

    @Option(
            names = "--log-file",
            paramLabel = "FILE",
            description = "Also writes all messages to FILE, in the format of CMTrace.")
    @Nullable
    String logFile;

    @Option(names = "--quiet", description = "Shows errors only.")
    boolean quiet;

    @Option(names = "--verbose", description = "Shows how it was done, and stack traces.")
    boolean verbose;

    @Option(
            names = "--timeout",
            paramLabel = "S",
            defaultValue = "300",
            description = "Ends the command after S seconds, whatever it waits for (default: ${DEFAULT-VALUE}).")
    int timeout;

    Deadline deadline() throws ProblemException {
        return new Deadline(seconds("--timeout", timeout));
    }

    static Duration seconds(String option, int seconds) throws ProblemException {
        if (seconds < 1) {
            throw new ProblemException(
                    ExitCode.USAGE, "option-value", option + " takes a number of seconds from 1, not " + seconds);
        }
        return Duration.ofSeconds(seconds);
    }

    /** Opens the log; one that cannot be opened is a warning. */
    Messages messages(PrintStream stderr, boolean elevated) {
        Messages.Volume volume =
                quiet ? Messages.Volume.QUIET : verbose ? Messages.Volume.VERBOSE : Messages.Volume.NORMAL;
        if (logFile == null || logFile.isBlank()) {
            return new Messages(stderr, volume, Optional.empty());
        }
        try {
            CmTraceLog log = openLog(logFile, elevated);
            return new Messages(stderr, volume, Optional.of(log));
        } catch (IOException | InvalidPathException e) {
            Messages messages = new Messages(stderr, volume, Optional.empty());
            messages.warning("log-not-opened", "nothing is logged to " + logFile + ": " + e.getMessage());
            return messages;
        }
    }

    private static CmTraceLog openLog(String file, boolean elevated) throws IOException {
        if (file.matches(".*%[^%]+%.*")) {
            throw new IOException("a variable in it was not replaced; outside a task sequence it has no value");
        }
        CmTraceLog log = new CmTraceLog(Path.of(file), "hwhash", elevated);
        log.open();
        return log;
    }
}
