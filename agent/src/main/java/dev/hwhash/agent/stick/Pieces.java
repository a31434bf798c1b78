// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** A content piece by piece. That it cannot be read is told apart from that a stick does not take it. */
final class Pieces implements Closeable {

    private static final int PIECE = 1 << 16;

    private final InputStream in;

    Pieces(FileContent content) throws ProblemException {
        try {
            in = content.open();
        } catch (IOException e) {
            throw unread(e);
        }
    }

    /** Returns the next piece; an empty one at the end. */
    byte[] next() throws ProblemException {
        try {
            return in.readNBytes(PIECE);
        } catch (IOException e) {
            throw unread(e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** A file of the program could not be read on its way to the stick. */
    static ProblemException unread(IOException e) {
        return new ProblemException(
                ExitCode.USAGE,
                "portable-folder",
                "a file of the portable folder cannot be read: " + FileWords.of(e) + " (" + e.getMessage()
                        + "); build or download the portable folder again");
    }
}
