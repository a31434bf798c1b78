// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A device file could not be read or changed. What it held before is still there: under its own name, or, where the
 * message says so, under the name of a leftover that the next run takes back. The message names the file, the cause as
 * seen and what to do.
 */
public final class DeviceFileException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What stood in the way. */
    public enum Reason {
        /** Another process or thread held the lock file for as long as there was patience. */
        LOCKED,
        /** Another program keeps the file open and forbids the change. */
        SHARING_VIOLATION,
        /** The file, its folder or its volume may not be written. */
        READ_ONLY,
        /** The volume has no room for a second copy of the file. */
        DISK_FULL,
        /** A symbolic link or another reparse point stands where a file is expected. */
        LINK,
        /** A folder or a device stands where a file is expected. */
        NOT_A_FILE,
        /** More than {@link DeviceFile#MAX_BYTES} bytes. */
        TOO_LARGE,
        /** A new file was to be made, and one of that name is there. */
        EXISTS,
        /** The folder that shall hold the file does not exist. */
        FOLDER_MISSING,
        /** Anything else that the system reported; its own words stand in the message. */
        IO
    }

    private final Reason reason;

    /**
     * Makes a failure.
     *
     * @param reason what stood in the way
     * @param message the file, the cause as seen and what to do
     * @param cause what the system reported, or null where the cause was found by looking
     */
    DeviceFileException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * Returns what stood in the way.
     *
     * @return the reason, never null
     */
    public Reason reason() {
        return reason;
    }

    /** Returns the message; there always is one. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
