// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

/** An {@link Edit} found that the file cannot be changed as asked. Its message says why and what to do. */
public final class EditRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Makes a refusal.
     *
     * @param message what stands in the way, the value seen and what to do; without the file's name
     */
    public EditRefusedException(String message) {
        super(message);
    }

    /** Returns the message; there always is one. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
