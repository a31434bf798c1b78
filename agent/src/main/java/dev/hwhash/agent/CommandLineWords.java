// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words for a command line that picocli does not take. */
final class CommandLineWords {

    /** Options of the documented command that this version does not have, with what to do instead. */
    private static final Map<String, String> NOT_YET =
            Map.of("--oa3tool", "run oa3tool and give its report with --from OA3.xml");

    private static final int LONGEST_SHOWN = 100;

    private CommandLineWords() {}

    static String of(ParameterException e) {
        return words(e) + "; see " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    }

    private static String words(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> arguments = unmatched.getUnmatched();
            String first = arguments.get(0);
            String instead = NOT_YET.get(first.split("=", 2)[0]);
            return instead == null
                    ? "unknown option or argument " + shown(first)
                    : first.split("=", 2)[0] + " is not in this version; " + instead;
        }
        String words = String.valueOf(e.getMessage());
        return words.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + words.substring(1);
    }

    /** The value of an unknown option may be a secret. */
    private static String shown(String argument) {
        if (argument.startsWith("-")) {
            return argument.split("[=:]", 2)[0];
        }
        return argument.length() <= LONGEST_SHOWN ? argument : "of " + argument.length() + " characters";
    }
}
