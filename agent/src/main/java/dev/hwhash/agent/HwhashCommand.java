// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command without a subcommand: help and version. */
final class HwhashCommand {

    private HwhashCommand() {}

    static CommandLine line() {
        // No option is a time, a path or a connection of java.sql: loading those classes would cost more than parsing.
        System.setProperty("picocli.converters.excludes", "java.*");
        CommandSpec command = CommandSpec.create().name("hwhash");
        command.usageMessage()
                .description("Reads a PC's serial number, manufacturer, model and Windows Autopilot hardware hash.");
        command.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this help.")
                .build());
        command.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Shows the version.")
                .build());
        command.addSubcommand("collect", new CollectCommand().spec());
        return new CommandLine(command)
                // -Onlin would be read as -o nlin.
                .setPosixClusteredShortOptionsAllowed(false)
                // A group tag may start with @.
                .setExpandAtFiles(false)
                .setUnmatchedOptionsArePositionalParams(false);
    }
}
