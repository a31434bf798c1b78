// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.stick.StickFiles.Found;

/**
 * What differs about one file of a stick.
 *
 * @param id stable name for scripts
 * @param path where it is, as it was found, or as the manifest has it
 * @param seen what was seen and what to do, fit behind the path and a colon
 */
record Difference(String id, String path, String seen) {

    private static final String AGAIN = "; do not use the stick, prepare it again";

    /** A file with another content than the manifest says, or with none. */
    static Difference changed(String path, String seen) {
        return new Difference("file-changed", path, seen + AGAIN);
    }

    /** A name of the manifest that nothing has. */
    static Difference missing(String path) {
        return new Difference("file-missing", path, "no such file is there any more" + AGAIN);
    }

    /** Something that the manifest does not name. */
    static Difference added(Found file) {
        return new Difference(
                "file-added",
                file.path(),
                file.oddity().map(oddity -> "it is " + oddity + " and").orElse("it")
                        + " was not there when the stick was prepared; delete it, or use another stick");
    }

    Problem problem() {
        return new Problem(ExitCode.INPUT_ERRORS, id, path + ": " + seen);
    }
}
