// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.decode;

import dev.hwhash.agent.input.InputFile;
import dev.hwhash.agent.input.InputRefusedException;
import dev.hwhash.agent.input.InputRows;
import dev.hwhash.device.Field;
import dev.hwhash.device.table.DeviceRow;
import dev.hwhash.device.table.TextEncoding;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the texts to decode, wherever they stand. */
final class DecodeInput {

    /** Far above a hash in UTF-16 with a line break after each 64 characters. */
    private static final int LARGEST_HASH = 1 << 16;

    /** Far above a file of 10,000 rows; what is larger belongs into a file. */
    private static final int LARGEST_STDIN = 64 << 20;

    /** Base64 of {@code OA}. */
    private static final String START = "T0";

    private final Charset ansi;
    private final Reader reader;

    /** What is done with each text. */
    interface Reader {
        void read(String place, String text) throws IOException;

        /** A row of a file that holds no hash. */
        void readNone(String place);
    }

    DecodeInput(Charset ansi, Reader reader) {
        this.ansi = ansi;
        this.reader = reader;
    }

    /** Reads an argument: a file, or the text of a hash that is no file's name. */
    void argument(String argument) throws IOException, InputRefusedException {
        Optional<Path> path = path(argument);
        boolean isFile = path.isPresent() && Files.exists(path.get());
        if (!isFile && argument.startsWith(START)) {
            reader.read("the command line", argument);
        } else if (path.isPresent()) {
            file(path.get(), argument);
        } else {
            throw new InputRefusedException("it is no path, and no hash, which starts with " + START);
        }
    }

    /** Reads all that comes, which is then recognised as a file is. */
    void stdin(InputStream stdin) throws IOException, InputRefusedException {
        // The bare stream of a file descriptor seeks, which a pipe cannot.
        byte[] content = new BufferedInputStream(stdin).readNBytes(LARGEST_STDIN + 1);
        if (content.length > LARGEST_STDIN) {
            throw new InputRefusedException("it has more than " + LARGEST_STDIN + " bytes; give a file");
        }
        Optional<String> text = bareHash(content);
        if (text.isPresent()) {
            reader.read("stdin", text.get());
            return;
        }
        Path copy = Files.createTempFile("hwhash", ".stdin");
        try {
            Files.write(copy, content);
            file(copy, "stdin");
        } finally {
            Files.delete(copy);
        }
    }

    private static Optional<Path> path(String argument) {
        try {
            return Optional.of(Path.of(argument));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private void file(Path file, String name) throws IOException, InputRefusedException {
        Optional<String> text = isSmall(file) ? bareHash(Files.readAllBytes(file)) : Optional.empty();
        if (text.isPresent()) {
            reader.read(name, text.get());
            return;
        }
        try (InputRows rows = new InputFile(file, ansi, false).open()) {
            for (List<DeviceRow> some = rows.next(); !some.isEmpty(); some = rows.next()) {
                for (DeviceRow row : some) {
                    row(row, name);
                }
            }
        }
    }

    private void row(DeviceRow row, String name) throws IOException {
        boolean alone = row.value(Field.SOURCE).equals("oa3");
        String place = alone ? name : name + ":" + row.line();
        String text = row.value(Field.HARDWARE_HASH);
        if (text.isBlank()) {
            reader.readNone(place);
        } else {
            reader.read(place, text);
        }
    }

    private static boolean isSmall(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.isReadable(file) && Files.size(file) <= LARGEST_HASH;
    }

    /** What starts as a hash and has no second column is one, however damaged. */
    private Optional<String> bareHash(byte[] content) {
        if (content.length > LARGEST_HASH) {
            return Optional.empty();
        }
        String text = TextEncoding.of(content, ansi).decode(content).orElse("").strip();
        return text.startsWith(START) ? Optional.of(text) : Optional.empty();
    }
}
