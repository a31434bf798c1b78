// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.configuration;

import java.util.Optional;

/** The variables of an environment. */
public interface Variables {

    /**
     * Returns a variable.
     *
     * @param name its name
     * @return empty where it is not set, or set to nothing
     */
    Optional<String> value(String name);

    /**
     * Returns those of this process.
     *
     * @return safe for use by several threads
     */
    static Variables ofThisProcess() {
        // No lambda: the first one costs each run several milliseconds.
        return new Variables() {
            @Override
            public Optional<String> value(String name) {
                String value = System.getenv(name);
                return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
            }
        };
    }
}
