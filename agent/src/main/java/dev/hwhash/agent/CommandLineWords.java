// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words for a command line that picocli does not take. */
final class CommandLineWords {

    private static final int LONGEST_SHOWN = 100;

    private CommandLineWords() {}

    static String of(ParameterException e) {
        return words(e) + "; see " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    }

    private static String words(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return "unknown option or argument "
                    + shown(unmatched.getUnmatched().get(0));
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
