// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the devices that {@code dev/bench-register} registers. */
public final class RegisterBenchFiles {

    private RegisterBenchFiles() {}

    /**
     * Writes a file.
     *
     * @param arguments the file, and how many devices
     * @throws IOException if it cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Fleet.csv(Path.of(arguments[0]), 1, Integer.parseInt(arguments[1]));
    }
}
