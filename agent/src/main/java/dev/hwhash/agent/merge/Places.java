// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.merge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rows as numbers of a file and a line. Not thread-safe. */
final class Places {

    private final List<Path> files = new ArrayList<>();

    /** Starts with the rows of a file. */
    void start(Path file) {
        files.add(file);
    }

    /** Returns the place of a row of the file that was started last. */
    long place(int line) {
        return (long) (files.size() - 1) << Integer.SIZE | line;
    }

    /** Returns file and line as they stand in a message. */
    String words(long place) {
        return files.get((int) (place >>> Integer.SIZE)) + ":" + (int) place;
    }
}
