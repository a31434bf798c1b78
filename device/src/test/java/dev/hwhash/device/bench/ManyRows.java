// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.bench;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes a file with any number of rows of no real devices, for measurements. */
public final class ManyRows {

    private ManyRows() {}

    /**
     * Writes the file.
     *
     * @param args its path, the number of rows
     */
    public static void main(String[] args) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[0])), 1 << 20)) {
            out.write(ascii("Device Serial Number,Windows Product ID,Hardware Hash\r\n"));
            int rows = Integer.parseInt(args[1]);
            for (int i = 0; i < rows; i++) {
                String serial = String.format(Locale.ROOT, "HWHASH-%07d", i);
                out.write(ascii(serial + ",," + SyntheticHash.of(serial).text() + "\r\n"));
            }
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
