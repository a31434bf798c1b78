// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Devices that do not exist, as files for the command and as what the export has to say of them. */
final class Fleet {

    static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash";

    private Fleet() {}

    static String serial(int number) {
        return String.format(Locale.ROOT, "HWHASH-%04d", number);
    }

    static String hash(int number) {
        return SyntheticHash.of(serial(number)).text();
    }

    static String row(int number) {
        return serial(number) + ",," + hash(number);
    }

    /** Writes a file of Intune's format with some rows. */
    static Path csv(Path file, int from, int to) throws IOException {
        Stream<String> rows = IntStream.rangeClosed(from, to).mapToObj(Fleet::row);
        return Files.writeString(
                file, Stream.concat(Stream.of(HEADER), rows).reduce("", (text, line) -> text + line + "\r\n"));
    }

    /** Returns the lines below the header, sorted: an export has an order of its own. */
    static List<String> rows(String csv) {
        List<String> lines = csv.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new AssertionError("no header: " + lines.stream().limit(1).toList());
        }
        return lines.stream().skip(1).sorted().toList();
    }

    /** Returns the rows of some devices, each once, as {@link #rows} would. */
    static List<String> expected(int from, int to) {
        TreeSet<String> rows = new TreeSet<>();
        IntStream.rangeClosed(from, to).mapToObj(Fleet::row).forEach(rows::add);
        return List.copyOf(rows);
    }

    /** Returns the reports that an outbox still holds, by the names of their files. */
    static List<String> waiting(Path outbox) throws IOException {
        if (Files.notExists(outbox)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(outbox)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[0-9a-f]{8}-[0-9a-f-]{27}\\..*"))
                    .sorted()
                    .toList();
        }
    }
}
