// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.configuration.OwnFolder;
import dev.hwhash.agent.configuration.Variables;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the outbox is unless it is named; pure.
 *
 * @param windows whether this is Windows
 * @param windowsPe whether it is Windows PE
 * @param variables the environment
 * @param home the user's own folder
 * @param stick the folder of a configuration that lies on a file system without rights
 */
record OutboxPlace(boolean windows, boolean windowsPe, Variables variables, Path home, Optional<Path> stick) {

    /**
     * Returns the folder.
     *
     * @throws ProblemException if it would be gone with the next start of Windows PE, or nothing says where it is
     */
    Path of(Optional<Path> named) throws ProblemException {
        if (windowsPe && (named.isEmpty() || isOnRamDisk(named.get()))) {
            throw usage("this is Windows PE, whose own disk X: is gone when it ends; name a folder on a stick or a"
                    + " share by --outbox");
        }
        if (named.isPresent()) {
            return named.get();
        }
        if (stick.isPresent()) {
            return stick.get().resolve("outbox");
        }
        OwnFolder own = new OwnFolder(windows, windowsPe, variables, home);
        return own.path()
                .orElseThrow(
                        () -> usage(
                                "the variable ProgramData is not set, so nothing says where the outbox is; name it by --outbox"))
                .resolve("outbox");
    }

    /** As it was named, and as seen from the working folder, which on X: makes a relative path one of X: too. */
    private static boolean isOnRamDisk(Path path) {
        return startsWithX(path) || startsWithX(path.toAbsolutePath());
    }

    private static boolean startsWithX(Path path) {
        return path.toString().toUpperCase(Locale.ROOT).startsWith("X:");
    }

    private static ProblemException usage(String words) {
        return new ProblemException(ExitCode.USAGE, "outbox-unknown", words);
    }
}
