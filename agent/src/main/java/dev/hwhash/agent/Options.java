// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The kinds of options. They are specifications, not annotated fields: to read annotations takes picocli as long as all
 * else that it does, at each start.
 */
final class Options {

    private Options() {}

    /** An option that is false unless it is given. */
    static OptionSpec.Builder flag(String... names) {
        return OptionSpec.builder(names).type(boolean.class).initialValue(false);
    }

    /** An option with a text, null unless it is given. */
    static OptionSpec.Builder text(String label, String... names) {
        return OptionSpec.builder(names).paramLabel(label).type(String.class);
    }

    /** An option with one or more texts, none unless it is given. */
    static OptionSpec.Builder texts(String label, String name) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .arity("1..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .initialValue(new ArrayList<String>());
    }

    /** An option with a number of seconds. */
    static OptionSpec.Builder seconds(String name, int preset) {
        return OptionSpec.builder(name).paramLabel("S").type(int.class).defaultValue(Integer.toString(preset));
    }

    /** Returns a number of seconds as it was given. */
    static Duration seconds(OptionSpec option) throws ProblemException {
        int seconds = option.getValue();
        if (seconds < 1) {
            throw new ProblemException(
                    ExitCode.USAGE,
                    "option-value",
                    option.longestName() + " takes a number of seconds from 1, not " + seconds);
        }
        return Duration.ofSeconds(seconds);
    }
}
