// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.bench;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Writes a file with any number of rows of no real devices, for measurements. A file starts with the same bytes as one
 * with more rows.
 */
public final class ManyRows {

    private static final int BATCH = 500;

    private ManyRows() {}

    /**
     * Writes the file, by all processors.
     *
     * @param args its path, the number of rows
     */
    public static void main(String[] args) throws IOException {
        int rows = Integer.parseInt(args[1]);
        try (OutputStream out = Files.newOutputStream(Path.of(args[0]), StandardOpenOption.CREATE_NEW)) {
            out.write(ascii("Device Serial Number,Windows Product ID,Hardware Hash\r\n"));
            // A few batches at a time: a stream in order would keep all that come too early.
            int many = 4 * BATCH * Runtime.getRuntime().availableProcessors();
            for (int from = 0; from < rows; from += many) {
                for (byte[] batch : batches(from, Math.min(rows, from + many))) {
                    out.write(batch);
                }
            }
        }
    }

    private static byte[][] batches(int from, int to) {
        return IntStream.range(0, (to - from + BATCH - 1) / BATCH)
                .parallel()
                .mapToObj(batch -> batch(from + batch * BATCH, Math.min(to, from + (batch + 1) * BATCH)))
                .toArray(byte[][]::new);
    }

    private static byte[] batch(int from, int to) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream(1 << 21);
        for (int i = from; i < to; i++) {
            String serial = String.format(Locale.ROOT, "HWHASH-%07d", i);
            rows.writeBytes(ascii(serial + ",," + SyntheticHash.of(serial).text() + "\r\n"));
        }
        return rows.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
