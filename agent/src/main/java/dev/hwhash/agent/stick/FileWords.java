// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What the system said of a file, without the path that NIO puts before it. */
final class FileWords {

    private FileWords() {}

    static String of(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        if (e instanceof NoSuchFileException) {
            return "it is not there";
        }
        String said = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return said == null || said.isBlank() ? e.getClass().getSimpleName() : said.strip();
    }
}
