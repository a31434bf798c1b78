// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

/** A text is no table of devices that hwhash could read, or could add to. The message says why. */
public final class NotADeviceFileException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Makes a refusal.
     *
     * @param why what was seen; fits behind the file's name and a colon
     */
    public NotADeviceFileException(String why) {
        super(why);
    }

    /** Returns the message; there always is one. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
