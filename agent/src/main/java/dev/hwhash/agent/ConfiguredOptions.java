// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.agent.configuration.Configuration;
import dev.hwhash.agent.configuration.Key;
import dev.hwhash.agent.configuration.Setting;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Gives the options that the command line leaves open the values that are configured. */
final class ConfiguredOptions {

    private ConfiguredOptions() {}

    /**
     * Sets options.
     *
     * @throws ProblemException if a configured value is none that the option takes
     */
    static void apply(ParseResult parsed, Configuration configuration) throws ProblemException {
        String command = parsed.commandSpec().name();
        for (OptionSpec option : parsed.commandSpec().options()) {
            Optional<Key> key = Key.named(option.longestName().substring(2));
            if (key.isPresent()
                    && key.get().isOption()
                    && key.get().serves(command)
                    && !parsed.hasMatchedOption(option)) {
                Optional<Setting> setting = configuration.setting(key.get());
                if (setting.isPresent()) {
                    option.setValue(setting.get().asOption());
                }
            }
        }
    }
}
