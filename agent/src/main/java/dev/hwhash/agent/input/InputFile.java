// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.input;

import dev.hwhash.agent.json.JsonRows;
import dev.hwhash.collector.oa3.Oa3Report;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.table.CsvRows;
import dev.hwhash.device.table.NotADeviceFileException;
import dev.hwhash.device.table.RowReader;
import dev.hwhash.device.table.TextEncoding;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file with devices, as people have them: rows of CSV or JSON, OA3.xml, an MDM diagnostics report, the bare text of a
 * hash. What it is shows in its first characters; its name means nothing. Opened once; not thread-safe.
 */
public final class InputFile {

    /** Far above a hash in UTF-16 with a line break after each 64 characters. */
    private static final int LARGEST_HASH = 1 << 16;

    private static final int SHORTEST_HASH = 16;

    private static final String KINDS = "; give OA3.xml, JSON, CSV, an MDM diagnostics report or a hash";

    private final Path file;
    private final Charset ansi;
    private final boolean maybeIdentifiers;
    private long bytesRead;

    /**
     * Names a file; touches no disk.
     *
     * @param file any path
     * @param ansi the code page of characters that are not Unicode
     * @param maybeIdentifiers whether a CSV without a header holds corporate identifiers, which nothing else shows
     */
    public InputFile(Path file, Charset ansi, boolean maybeIdentifiers) {
        this.file = file;
        this.ansi = ansi;
        this.maybeIdentifiers = maybeIdentifiers;
    }

    /**
     * Starts to read.
     *
     * @return its rows, to be closed
     * @throws InputRefusedException if it cannot be read, or is nothing that hwhash reads
     */
    public InputRows open() throws InputRefusedException {
        try {
            requirePlainFile();
            return new InputRows(reader(start()), () -> bytesRead);
        } catch (IOException e) {
            throw InputRefusedException.of(e);
        } catch (NotADeviceFileException e) {
            throw new InputRefusedException(e.getMessage() + KINDS);
        }
    }

    private void requirePlainFile() throws IOException, InputRefusedException {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
        if (is.isDirectory()) {
            throw new InputRefusedException("it is a folder; name files in it");
        }
        if (!is.isRegularFile()) {
            throw new InputRefusedException("it is no plain file");
        }
        if (is.size() == 0) {
            throw new InputRefusedException("it is empty");
        }
    }

    private byte[] start() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(64);
        }
    }

    private RowReader reader(byte[] start) throws IOException, InputRefusedException, NotADeviceFileException {
        if (startsWith(start, "MSCF")) {
            throw new InputRefusedException("it is a cabinet; unpack it with expand FILE -F:* FOLDER and give the CSV");
        }
        if (startsWith(start, "PK")) {
            return MdmReport.read(stream(), ansi);
        }
        return switch (firstCharacter(start)) {
            case '<' -> oa3();
            case '{' -> JsonRows.read(stream(), ansi);
            default -> Files.size(file) > LARGEST_HASH ? csv() : hashOrCsv();
        };
    }

    private static boolean startsWith(byte[] start, String mark) {
        for (int i = 0; i < mark.length(); i++) {
            if (i >= start.length || start[i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The first byte that is no byte order mark, blank or half of a UTF-16 character. */
    private static char firstCharacter(byte[] start) {
        for (byte b : start) {
            if (b > ' ') {
                return (char) b;
            }
        }
        return ' ';
    }

    private InputStream stream() throws IOException {
        bytesRead = 0;
        return new FilterInputStream(Files.newInputStream(file)) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                bytesRead += read < 0 ? 0 : 1;
                return read;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = super.read(into, from, length);
                bytesRead += Math.max(read, 0);
                return read;
            }
        };
    }

    private RowReader oa3() throws IOException, InputRefusedException {
        Oa3Report report = Oa3Report.read(file);
        if (report instanceof Oa3Report.Found found) {
            return hash(found.hardwareHash(), "oa3");
        }
        throw new InputRefusedException(((Oa3Report.Refused) report).why());
    }

    private static RowReader hash(String text, String source) {
        return new OneRow(DeviceRecord.EMPTY.with(Field.HARDWARE_HASH, text).with(Field.SOURCE, source));
    }

    private RowReader csv() throws IOException, NotADeviceFileException {
        InputStream in = stream();
        try {
            return CsvRows.read(in, ansi);
        } catch (NotADeviceFileException e) {
            in.close();
            if (maybeIdentifiers) {
                return CsvRows.readIdentifiers(stream(), ansi);
            }
            throw e;
        }
    }

    private RowReader hashOrCsv() throws IOException, NotADeviceFileException {
        byte[] content = Files.readAllBytes(file);
        String text = TextEncoding.of(content, ansi).decode(content).orElse("").strip();
        return isBase64(text) ? hash(text, "hash") : csv();
    }

    private static boolean isBase64(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean base64 = c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=');
            if (!base64 && c != '\r' && c != '\n') {
                return false;
            }
        }
        return text.length() >= SHORTEST_HASH;
    }
}
