// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/**
 * What an {@link IOException} of the system means. NIO gives no error number, so the words decide: those of strerror(3)
 * and of FormatMessage for ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION, ERROR_WRITE_PROTECT, ERROR_DISK_FULL. A
 * Windows in another language says them otherwise: {@link #UNKNOWN}. "Sharing violation" is Wine's.
 */
enum Refusal {
    ACCESS_DENIED(true),
    SHARING(true),
    READ_ONLY(false),
    DISK_FULL(false),
    MISSING(false),
    /** Words that are not known: on a Windows that does not speak English perhaps a sharing violation. */
    UNKNOWN(true),
    FINAL(false);

    private static final String[] SHARING_WORDS = {
        "used by another process",
        "sharing violation",
        "locked a portion of the file",
        "text file busy",
        "resource busy"
    };
    private static final String[] READ_ONLY_WORDS = {"write protected", "read-only file system", "not permitted"};
    private static final String[] DISK_FULL_WORDS = {
        "not enough space", "no space left", "disk is full", "disk quota exceeded", "file too large"
    };
    private static final String[] FINAL_WORDS = {
        "input/output error", "i/o error", "no such device", "not ready", "symbolic link", "not a directory", "too long"
    };

    private final boolean mayPass;

    Refusal(boolean mayPass) {
        this.mayPass = mayPass;
    }

    /** Tells whether the same step may succeed a moment later. */
    boolean mayPass() {
        return mayPass;
    }

    static Refusal of(IOException e) {
        if (e instanceof AccessDeniedException) {
            return ACCESS_DENIED;
        }
        if (e instanceof NoSuchFileException) {
            return MISSING;
        }
        if (e instanceof FileAlreadyExistsException
                || e instanceof DirectoryNotEmptyException
                || e instanceof AtomicMoveNotSupportedException) {
            return FINAL;
        }
        return ofWords(words(e).toLowerCase(Locale.ROOT));
    }

    /** Returns what the system said, without the paths that NIO puts before it. */
    static String words(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        String said = e instanceof FileSystemException fse ? fse.getReason() : e.getMessage();
        return said == null || said.isBlank() ? e.getClass().getSimpleName() : said.strip();
    }

    private static Refusal ofWords(String said) {
        if (containsAny(said, SHARING_WORDS)) {
            return SHARING;
        }
        if (containsAny(said, READ_ONLY_WORDS)) {
            return READ_ONLY;
        }
        if (containsAny(said, DISK_FULL_WORDS)) {
            return DISK_FULL;
        }
        return containsAny(said, FINAL_WORDS) ? FINAL : UNKNOWN;
    }

    private static boolean containsAny(String said, String[] words) {
        for (String word : words) {
            if (said.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
