// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command line: one subcommand, or help and version. */
final class HwhashCommand {

    /** The names of the subcommands, in the order in which help shows them. */
    static final List<String> NAMES = List.of(
            "collect",
            "upload",
            "status",
            "login",
            "logout",
            "decode",
            "check",
            "merge",
            "convert",
            "split",
            StickCommand.NAME);

    private HwhashCommand() {}

    /**
     * Returns the command line with the one subcommand that the arguments name, or with all of them where they name
     * none: to specify them all would cost each run.
     */
    static CommandLine line(List<String> args) {
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
        boolean named = !args.isEmpty() && NAMES.contains(args.get(0));
        for (String name : named ? List.of(args.get(0)) : NAMES) {
            command.addSubcommand(
                    name,
                    name.equals(StickCommand.NAME)
                            ? StickCommand.spec(args)
                            : subcommand(name).spec());
        }
        return new CommandLine(command)
                // -Onlin would be read as -o nlin.
                .setPosixClusteredShortOptionsAllowed(false)
                // A group tag may start with @.
                .setExpandAtFiles(false)
                .setUnmatchedOptionsArePositionalParams(false);
    }

    private static Subcommand subcommand(String name) {
        return switch (name) {
            case "collect" -> new CollectCommand();
            case "upload" -> new UploadCommand();
            case "status" -> new StatusCommand();
            case "login" -> new LoginCommand();
            case "logout" -> new LogoutCommand();
            case "decode" -> new DecodeCommand();
            case "check" -> new CheckCommand();
            case "merge" -> new MergeCommand();
            case "convert" -> new ConvertCommand();
            case "split" -> new SplitCommand();
            default -> throw new IllegalArgumentException(name + " is no subcommand");
        };
    }
}
