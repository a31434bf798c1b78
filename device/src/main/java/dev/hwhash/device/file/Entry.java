// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

/**
 * What stands at a path.
 *
 * @param kind what it is
 * @param size its length in bytes; 0 for what has no content
 * @param readOnly whether it may not be written: by its read-only attribute on Windows, by its permissions elsewhere
 */
record Entry(Kind kind, long size, boolean readOnly) {

    static final Entry MISSING = new Entry(Kind.MISSING, 0, false);

    enum Kind {
        MISSING,
        FILE,
        LINK,
        /** A file with a reparse point that is no symbolic link, such as one that OneDrive or deduplication keeps. */
        REPARSE_POINT,
        FOLDER,
        /** A folder with a reparse point: a junction or a mounted volume. */
        JUNCTION,
        DEVICE
    }

    boolean exists() {
        return kind != Kind.MISSING;
    }
}
