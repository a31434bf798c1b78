// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A foreign program that locks a byte of a file until its stdin ends. */
public final class LockHolder {

    private LockHolder() {}

    /** Takes the file. */
    public static void main(String[] args) throws Exception {
        try (FileChannel channel =
                FileChannel.open(Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = channel.lock(7, 1, false);
            System.out.println("ready");
            System.in.readAllBytes();
            lock.release();
        }
    }
}
