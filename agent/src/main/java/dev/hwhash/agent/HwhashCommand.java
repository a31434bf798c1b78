// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command without a subcommand: help and version. */
@Command(
        name = "hwhash",
        description = "Reads a PC's serial number, manufacturer, model and Windows Autopilot hardware hash.",
        subcommands = CollectCommand.class)
final class HwhashCommand {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Shows the version.")
    boolean version;

    static CommandLine line() {
        return new CommandLine(new HwhashCommand())
                // -Onlin would be read as -o nlin.
                .setPosixClusteredShortOptionsAllowed(false)
                // A group tag may start with @.
                .setExpandAtFiles(false)
                .setUnmatchedOptionsArePositionalParams(false);
    }
}
