// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.login;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.configuration.OwnFolder;
import dev.hwhash.agent.configuration.Variables;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the sign-in of this user is kept; pure.
 *
 * @param windows whether this is Windows
 * @param variables the environment
 * @param home the user's own folder
 */
record LoginPlace(boolean windows, Variables variables, Path home) {

    /**
     * Returns the file, in a folder that holds nothing else.
     *
     * @throws ProblemException if nothing says where the user's own folder is
     */
    Path file() throws ProblemException {
        return folder().resolve("sign-in").resolve("login");
    }

    private Path folder() throws ProblemException {
        Optional<Path> folder = windows
                ? variables.value("LOCALAPPDATA").map(data -> Path.of(data, "hwhash"))
                : new OwnFolder(false, false, variables, home).path();
        return folder.orElseThrow(() -> new ProblemException(
                ExitCode.USAGE,
                "login-folder-unknown",
                "the variable LOCALAPPDATA is not set, so nothing says where this user's own folder is; start hwhash"
                        + " from the user's own session"));
    }
}
