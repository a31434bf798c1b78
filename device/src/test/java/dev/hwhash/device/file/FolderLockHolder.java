// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.Duration;

/** Another process that holds the lock {@code drain.lock} of a folder until its stdin ends. */
public final class FolderLockHolder {

    private FolderLockHolder() {}

    /** Takes the folder. */
    public static void main(String[] args) throws Exception {
        DurableFolder folder = new DurableFolder(Path.of(args[0]), true);
        Closeable lock = folder.lock("drain.lock", Duration.ZERO).orElseThrow();
        try (lock) {
            System.out.println("ready");
            System.in.readAllBytes();
        }
    }
}
