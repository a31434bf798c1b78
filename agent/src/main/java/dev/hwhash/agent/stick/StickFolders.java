// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.stick.StickFiles.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folders of a stick, none of which may be a link: it could lead to the right content until it leads elsewhere. */
final class StickFolders {

    private final Path stick;

    StickFolders(Path stick) {
        this.stick = stick;
    }

    /** Tells whether all folders between the root and a file are there. */
    boolean hold(Path file) {
        Path folder = file.getParent();
        while (folder != null && !folder.equals(stick) && Kind.of(folder) == Kind.FOLDER) {
            folder = folder.getParent();
        }
        return stick.equals(folder);
    }

    /** Makes those that are missing. */
    void makeFor(Path file) throws ProblemException {
        Path folder = file.getParent();
        if (folder != null && !folder.equals(stick)) {
            makeFor(folder);
            make(folder);
        }
    }

    /** Makes one in a folder that is there. */
    void make(Path folder) throws ProblemException {
        Kind kind = Kind.of(folder);
        if (kind == Kind.MISSING) {
            try {
                Files.createDirectory(folder);
            } catch (IOException e) {
                throw StickWriter.notWritten("cannot make the folder " + folder + ": " + FileWords.of(e)
                        + "; check the switch of the stick, and that this account may write there");
            }
        } else if (kind != Kind.FOLDER) {
            throw StickWriter.notWritten(folder + " is to be a folder, and is " + kind.words()
                    + "; delete it, or empty the stick, then run" + " it again");
        }
    }
}
