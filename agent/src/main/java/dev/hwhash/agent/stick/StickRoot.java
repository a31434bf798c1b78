// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that somebody named as a stick. */
final class StickRoot {

    private StickRoot() {}

    /**
     * Returns it as an absolute path.
     *
     * @throws ProblemException with that exit code if there is no such folder
     */
    static Path of(Path named, ExitCode missing) throws ProblemException {
        Path stick = wholeDrive(named).toAbsolutePath().normalize();
        if (!Files.isDirectory(stick)) {
            throw new ProblemException(
                    missing,
                    "stick-missing",
                    stick + (Files.exists(stick) ? " is no folder" : " does not exist")
                            + "; plug the stick in and name its root, such as E:\\");
        }
        return stick;
    }

    /** Who types E: means the drive, not the folder on it in which some shell is at the moment. */
    private static Path wholeDrive(Path named) {
        return named.equals(named.getRoot()) && !named.isAbsolute() ? Path.of(named + "\\") : named;
    }

    /** Tells whether one of two folders is the other, or lies in it; links do not hide that. */
    static boolean overlap(Path one, Path other) {
        Path first = real(one);
        Path second = real(other);
        return first.startsWith(second) || second.startsWith(first);
    }

    /** Tells whether a folder lies in another one, or is it. */
    static boolean isIn(Path folder, Path around) {
        return real(folder).startsWith(real(around));
    }

    /** Some drivers of disks in memory have no name for what Windows asks here. */
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize();
        }
    }
}
