// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** How long the disk takes to keep what a group of reports writes. */
final class Forcing {

    private static final int TIMES = 200;

    private Forcing() {}

    /** Returns the median time to append so many bytes and force them, in milliseconds. */
    static double medianMillis(Path folder, int bytes) throws IOException {
        Path file = folder.resolve("forced");
        long[] nanos = new long[TIMES];
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            for (int i = 0; i < TIMES; i++) {
                channel.write(ByteBuffer.allocate(bytes));
                long start = System.nanoTime();
                channel.force(false);
                nanos[i] = System.nanoTime() - start;
            }
        }
        Files.delete(file);
        Arrays.sort(nanos);
        return nanos[TIMES / 2] / 1e6;
    }
}
