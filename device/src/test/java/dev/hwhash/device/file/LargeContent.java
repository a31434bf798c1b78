// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Writes a new file that is larger than the memory of its process. */
final class LargeContent {

    private static final int PIECE = 1 << 20;

    private LargeContent() {}

    /** Takes the path and the number of bytes. */
    public static void main(String[] args) throws IOException {
        long size = Long.parseLong(args[1]);
        if (Runtime.getRuntime().maxMemory() >= size) {
            throw new IllegalStateException("this much memory proves nothing");
        }
        new DeviceFile(Path.of(args[0]), false)
                .create(
                        sink -> {
                            for (long written = 0; written < size; written += PIECE) {
                                sink.write(new byte[PIECE]);
                            }
                        },
                        false,
                        Duration.ofSeconds(30));
    }
}
