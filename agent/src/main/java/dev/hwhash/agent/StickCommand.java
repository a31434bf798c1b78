// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code hwhash stick}: what is done with a stick, each a subcommand of its own. */
final class StickCommand {

    /** What it is called. */
    static final String NAME = "stick";

    /** The names of its subcommands, in the order in which help shows them. */
    private static final List<String> NAMES = List.of("prepare", "collect", "check");

    private StickCommand() {}

    /** Returns it with the one subcommand that the arguments name, or with all of them where they name none. */
    static CommandSpec spec(List<String> args) {
        CommandSpec command = CommandSpec.create().name(NAME);
        command.usageMessage().description("Makes a stick for a technician, and shows whether it was changed.");
        command.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this help.")
                .build());
        boolean named = args.size() > 1 && NAMES.contains(args.get(1));
        for (String name : named ? List.of(args.get(1)) : NAMES) {
            command.addSubcommand(name, subcommand(name).spec());
        }
        return command;
    }

    private static Subcommand subcommand(String name) {
        return switch (name) {
            case "prepare" -> new StickPrepareCommand();
            case "collect" -> new StickCollectCommand();
            case "check" -> new StickCheckCommand();
            default -> throw new IllegalArgumentException(name + " is no subcommand of " + NAME);
        };
    }
}
