// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What the system said of a file, without the path that NIO puts before it. */
public final class FileWords {

    private FileWords() {}

    /**
     * Returns the words.
     *
     * @param e what went wrong
     * @return never empty; without a path
     */
    public static String of(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        if (e instanceof NoSuchFileException) {
            return "it is not there";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "something else has its name";
        }
        String said = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return said == null || said.isBlank() ? e.getClass().getSimpleName() : said.strip();
    }
}
