// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The rights that this process has, as its token tells.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winnt/ns-winnt-token_elevation">TOKEN_ELEVATION</a>
 */
public enum ProcessToken {
    /** The account LocalSystem (S-1-5-18), in which task sequences and services run. */
    SYSTEM,
    /** An administrator's full token; elsewhere than on Windows: the user root. */
    ELEVATED,
    /** A user's token, or an administrator's before elevation. */
    NOT_ELEVATED,
    /** The token could not be read. */
    UNKNOWN;

    /**
     * Reads the token of this process; cheap enough for each run. Elsewhere than on Windows it asks who owns the
     * process.
     *
     * @return what it says; any failure is {@link #UNKNOWN}
     */
    public static ProcessToken ofThisProcess() {
        try {
            if (JnaLibrary.onWindows()) {
                return TokenReader.read();
            }
            Object user = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            return user.equals(0) ? ELEVATED : NOT_ELEVATED;
        } catch (IOException | UnsupportedOperationException | LinkageError e) {
            return UNKNOWN;
        }
    }

    /**
     * Tells whether this process must be as careful as an elevated one.
     *
     * @return true unless the token is known not to be elevated
     */
    public boolean elevated() {
        return this != NOT_ELEVATED;
    }
}
