// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The program files that a stick shall have.
 *
 * @param files what each shall hold
 * @param manifest the digests of those contents
 */
record Plan(Map<StickPath, FileContent> files, Manifest manifest) {

    Plan {
        files = Map.copyOf(files);
    }

    /** Reads all contents once, for their digests. */
    static Plan of(Map<StickPath, FileContent> files) throws ProblemException {
        requireDifferentNames(files);
        Map<StickPath, Digest> digests = new HashMap<>();
        for (Map.Entry<StickPath, FileContent> file : files.entrySet()) {
            try {
                digests.put(file.getKey(), file.getValue().digest());
            } catch (IOException e) {
                throw Pieces.unread(e);
            }
        }
        return new Plan(files, Manifest.of(digests));
    }

    private static void requireDifferentNames(Map<StickPath, FileContent> files) throws ProblemException {
        Map<String, StickPath> keys = new TreeMap<>();
        for (StickPath path : files.keySet()) {
            StickPath other = keys.put(path.key(), path);
            if (other != null) {
                throw new ProblemException(
                        ExitCode.USAGE,
                        "portable-folder",
                        path + " and " + other + " would be one file on a stick, where capitals do not count; build or"
                                + " download the portable folder again");
            }
        }
    }

    /** Returns what is not on the stick yet. */
    List<Manifest.Line> missing(StickWriter stick) {
        List<Manifest.Line> missing = new ArrayList<>();
        for (Manifest.Line line : manifest.lines()) {
            if (!stick.has(line.path(), line.digest())) {
                missing.add(line);
            }
        }
        return missing;
    }

    /** Returns what a file shall hold. */
    FileContent content(StickPath path) {
        FileContent content = files.get(path);
        if (content == null) {
            throw new IllegalArgumentException(path + " is no file of the plan");
        }
        return content;
    }
}
