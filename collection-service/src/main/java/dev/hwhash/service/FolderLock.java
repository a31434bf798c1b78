// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;

/** The lock on a data folder. The system takes it back when the process ends, however it ends. */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
