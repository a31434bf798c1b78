// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.merge;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * A file that is merged, and what the first pass saw of it.
 *
 * @param path the file
 * @param stamp what it was before the first pass
 * @param firstRow the number of its first row among all rows
 * @param rows how many rows it has
 * @param broken whether it breaks off behind its last row
 */
record Source(Path path, Stamp stamp, int firstRow, int rows, boolean broken) {

    /** What changes with a file. */
    record Stamp(long size, FileTime modified) {

        static Stamp of(Path path) throws IOException {
            return new Stamp(Files.size(path), Files.getLastModifiedTime(path));
        }
    }

    /** Returns whether the file still is what it was. */
    boolean isUnchanged() {
        try {
            return Stamp.of(path).equals(stamp);
        } catch (IOException e) {
            return false;
        }
    }

    Problem changed() {
        return new Problem(
                ExitCode.NOT_WRITTEN,
                "input-changed",
                path + " has changed while it was merged; nothing is written, run it again when nobody writes there");
    }
}
