// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Base64;

/**
 * The least that a conversion can do, on one thread: reads a file, finds the hash in each row, decodes its base64, and
 * writes the same bytes. Without a check, a header or a second kind of file.
 */
public final class CopyLoop {

    private static final int BLOCK = 1 << 20;

    private CopyLoop() {}

    /**
     * Copies a file.
     *
     * @param args from, to
     */
    public static void main(String[] args) throws IOException {
        long decoded = 0;
        try (FileChannel in = FileChannel.open(Path.of(args[0]));
                FileChannel out =
                        FileChannel.open(Path.of(args[1]), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            while (in.read(block) >= 0 || block.position() > 0) {
                int end = lastLineEnd(block);
                decoded += decode(block.array(), end);
                ByteBuffer lines = ByteBuffer.wrap(block.array(), 0, end);
                while (lines.hasRemaining()) {
                    out.write(lines);
                }
                block.flip().position(end);
                block.compact();
            }
            // As every output of hwhash is before it gets its name.
            out.force(true);
        }
        System.out.println(decoded + " bytes decoded");
    }

    private static int lastLineEnd(ByteBuffer block) {
        int end = block.position();
        while (end > 0 && block.get(end - 1) != '\n') {
            end--;
        }
        return end;
    }

    private static long decode(byte[] bytes, int end) {
        long decoded = 0;
        int cell = 0;
        for (int at = 0; at < end; at++) {
            if (bytes[at] == ',') {
                cell = at + 1;
            } else if (bytes[at] == '\r') {
                byte[] hash = Arrays.copyOfRange(bytes, cell, at);
                decoded += hash.length > 100 ? Base64.getDecoder().decode(hash).length : 0;
            }
        }
        return decoded;
    }
}
