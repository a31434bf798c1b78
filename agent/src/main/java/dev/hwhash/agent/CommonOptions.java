// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that every command has. */
final class CommonOptions {

    private final OptionSpec help = OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Shows this help.")
            .build();

    private final OptionSpec logFile = Options.text("FILE", "--log-file")
            .description("Also writes all messages to FILE, in the format of CMTrace.")
            .build();

    private final OptionSpec quiet =
            Options.flag("--quiet").description("Shows errors only.").build();

    private final OptionSpec verbose = Options.flag("--verbose")
            .description("Shows how it was done, and stack traces.")
            .build();

    private final OptionSpec config = Options.text("FILE", "--config")
            .description("Reads the configuration in FILE instead of hwhash.conf beside the program.")
            .build();

    private final OptionSpec timeout;

    /** With the seconds that a command may take unless told otherwise. */
    CommonOptions(int seconds) {
        timeout = Options.seconds("--timeout", seconds)
                .description("Ends the command after S seconds, whatever it waits for (default: ${DEFAULT-VALUE}).")
                .build();
    }

    void addTo(CommandSpec command) {
        command.addOption(help)
                .addOption(logFile)
                .addOption(quiet)
                .addOption(verbose)
                .addOption(config)
                .addOption(timeout);
    }

    /** Returns them as the words of another command line, to be used in another folder. */
    List<String> words() throws ProblemException {
        List<String> words = new ArrayList<>();
        for (OptionSpec file : List.of(logFile, config)) {
            Optional<Path> path = Options.path(file);
            if (path.isPresent()) {
                words.add(file.longestName());
                words.add(path.get().toAbsolutePath().toString());
            }
        }
        if (verbose.<Boolean>getValue()) {
            words.add(verbose.longestName());
        }
        words.add(timeout.longestName());
        words.add(Long.toString(timeout().toSeconds()));
        return words;
    }

    Duration timeout() throws ProblemException {
        return Options.seconds(timeout);
    }

    /** Returns the configuration that the command line names. */
    Optional<Path> config() throws ProblemException {
        return Options.path(config);
    }

    /** Opens the log; one that cannot be opened is a warning. */
    Messages messages(PrintStream stderr, boolean elevated) {
        Messages.Volume volume = volume();
        @Nullable String file = logFile.getValue();
        if (file == null || file.isBlank()) {
            return new Messages(stderr, volume, Optional.empty());
        }
        try {
            CmTraceLog log = openLog(file, elevated);
            return new Messages(stderr, volume, Optional.of(log));
        } catch (IOException | InvalidPathException e) {
            Messages messages = new Messages(stderr, volume, Optional.empty());
            messages.warning("log-not-opened", "nothing is logged to " + file + ": " + e.getMessage());
            return messages;
        }
    }

    private Messages.Volume volume() {
        if (quiet.<Boolean>getValue()) {
            return Messages.Volume.QUIET;
        }
        return verbose.<Boolean>getValue() ? Messages.Volume.VERBOSE : Messages.Volume.NORMAL;
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
