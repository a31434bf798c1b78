// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The primitive operations on a disk: nothing here decides. An operation that fails throws and has changed nothing, as
 * far as a disk can promise that. Behind an interface so that a test can cut the power after each of them.
 */
interface Volume {

    /** A file being written. Closing does not force. */
    interface Output extends Closeable {

        /** Adds bytes at the end. */
        void write(byte[] content) throws IOException;

        /** Returns when the content is on the disk; the name need not be. */
        void force() throws IOException;
    }

    /**
     * Takes the lock that a lock file stands for, without waiting.
     *
     * @return the lock, released and its file deleted by closing it; or empty while somebody else holds it
     */
    Optional<Closeable> tryLock(Path lockFile) throws IOException;

    /**
     * Takes the lock on a file that stays, without waiting. The file is made where it is missing.
     *
     * @return the lock, released by closing it; or empty while somebody else holds it
     */
    Optional<Closeable> tryStandingLock(Path lockFile) throws IOException;

    /** Tells what stands at a path, without following a link. */
    Entry entry(Path path) throws IOException;

    /** Returns where a symbolic link points, absolute or relative to the link's folder. */
    Path linkTarget(Path link) throws IOException;

    /** Returns a file's content, or empty where it does not exist. */
    Optional<byte[]> read(Path file) throws IOException;

    /** Creates a file that must not exist, with the owner and the permissions of another one where that exists. */
    Output create(Path file, Path model) throws IOException;

    /** Creates a file that must not exist, closed to other accounts where the file system knows accounts. */
    Output createPrivate(Path file) throws IOException;

    /** Makes a folder and those above it, where they are missing, as {@link #createPrivate} makes files. */
    void createFolder(Path folder) throws IOException;

    /** Returns what stands in a folder, in no order. */
    List<Path> list(Path folder) throws IOException;

    /** Tells whether a rename here is seen whole or not at all, also after a power cut. False where unknown. */
    boolean atomicRenames(Path file);

    /** Gives a file another name and replaces what has that name, in one step. */
    void replace(Path from, Path to) throws IOException;

    /** Gives a file a name that is free. */
    void rename(Path from, Path to) throws IOException;

    /** Removes a name, if it is there. */
    void delete(Path file) throws IOException;

    /** Returns when the name of a file, and all changes of names in its folder before, are on the disk. */
    void forceName(Path file) throws IOException;

    /** Returns how many bytes are left where a file lies, or {@link Long#MAX_VALUE} where that is unknown. */
    long usableBytes(Path file);

    /** Tells whether the whole volume where a file lies is write protected. False where unknown. */
    boolean writeProtected(Path file);
}
