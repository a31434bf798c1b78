// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.configuration;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * One value and where it stands.
 *
 * @param key what it is for
 * @param value as it was written, without the blanks around it; never empty
 * @param where for a message: the file and line, or the variable
 * @param folder what a relative path starts from
 */
public record Setting(Key key, String value, String where, Path folder) {

    /** Refuses an empty value. */
    public Setting {
        if (value.isEmpty()) {
            throw new IllegalArgumentException(key + " has no value");
        }
    }

    /**
     * Returns the value as what an option of the same name takes.
     *
     * @return a number of seconds as an Integer, anything else as a String; a path is no longer relative to its file
     * @throws ProblemException if it is no such value
     */
    public Object asOption() throws ProblemException {
        return switch (key.kind()) {
            case SECONDS -> seconds();
            case PATH -> path().toString();
            case TEXT, SECRET -> value;
        };
    }

    private Integer seconds() throws ProblemException {
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException e) {
            throw refused("takes a number of seconds, not " + value);
        }
    }

    /**
     * Returns the value as a path.
     *
     * @return the path, from the folder of the file that names it where it is relative
     * @throws ProblemException if it is none
     */
    public Path path() throws ProblemException {
        try {
            return folder.resolve(value);
        } catch (InvalidPathException e) {
            throw refused("takes a path, and this is none: " + e.getReason());
        }
    }

    private ProblemException refused(String why) {
        return new ProblemException(ExitCode.USAGE, "configuration-refused", where + ": " + key + " " + why);
    }

    /** Returns key and place; the value only where it is no secret. */
    @Override
    public String toString() {
        return key + (key.kind() == Key.Kind.SECRET ? " (not shown)" : " = " + value) + " in " + where;
    }
}
