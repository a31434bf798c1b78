// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.input;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** A file is nothing that hwhash reads. The message says why and what to do; it fits behind the file's name. */
public final class InputRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses a file.
     *
     * @param why what is wrong and what to do; fits behind the file's name and a colon
     */
    public InputRefusedException(String why) {
        super(why);
    }

    /**
     * Refuses a file that the system does not give.
     *
     * @param e what the system said
     * @return a refusal in words
     */
    public static InputRefusedException of(IOException e) {
        if (e instanceof NoSuchFileException) {
            return new InputRefusedException("there is no such file");
        }
        if (e instanceof AccessDeniedException) {
            return new InputRefusedException("it cannot be read: access denied");
        }
        String why = e instanceof FileSystemException fse ? fse.getReason() : e.getMessage();
        return new InputRefusedException(
                "it cannot be read: " + (why == null ? e.getClass().getSimpleName() : why));
    }

    /** Returns the message; there always is one. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
