// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.configuration;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where hwhash keeps on this PC what is to outlast a run; pure.
 *
 * @param windows whether this is Windows
 * @param windowsPe whether it is Windows PE
 * @param variables the environment
 * @param home the user's own folder
 */
public record OwnFolder(boolean windows, boolean windowsPe, Variables variables, Path home) {

    /**
     * Returns the folder, which need not exist.
     *
     * @return empty in Windows PE, which keeps nothing, and where the variable {@code ProgramData} is not set
     */
    public Optional<Path> path() {
        if (windowsPe) {
            return Optional.empty();
        }
        if (!windows) {
            return Optional.of(ofUser());
        }
        Optional<String> data = variables.value("ProgramData");
        return data.isEmpty() ? Optional.empty() : Optional.of(Path.of(data.get(), "hwhash"));
    }

    /** As the XDG base directory specification has it. */
    private Path ofUser() {
        Optional<String> state = variables.value("XDG_STATE_HOME");
        Path base = state.isPresent() && Path.of(state.get()).isAbsolute()
                ? Path.of(state.get())
                : home.resolve(".local").resolve("state");
        return base.resolve("hwhash");
    }
}
