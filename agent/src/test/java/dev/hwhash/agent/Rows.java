// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files with rows of no real devices, for the commands that take many. */
final class Rows {

    static final String AUTOPILOT = "Device Serial Number,Windows Product ID,Hardware Hash";
    static final String PARTNER = AUTOPILOT + ",Manufacturer name,Device model";
    static final String MANAGED = "Manufacturer,Model,Serial Number,Hardware Hash";

    private Rows() {}

    static String serial(int number) {
        return String.format("HWHASH-%04d", number);
    }

    static String hash(int number) {
        return SyntheticHash.of(serial(number)).text();
    }

    /** A row of Get-WindowsAutoPilotInfo, without its line break. */
    static String row(int number) {
        return serial(number) + ",," + hash(number);
    }

    static String csv(String header, String... rows) {
        return header + "\r\n" + (rows.length == 0 ? "" : String.join("\r\n", rows) + "\r\n");
    }

    /** A file in Intune's format with the rows 1 to a number. */
    static String autopilot(int rows) {
        return csv(
                AUTOPILOT,
                Stream.iterate(1, i -> i + 1).limit(rows).map(Rows::row).toArray(String[]::new));
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
