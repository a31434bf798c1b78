// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.hash.HardwareHash;
import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rows of CSV as the services want them: no quotes, CRLF, names to the letter. */
public final class CsvRowWriter implements RowWriter {

    /** Stands for a hash while the rest of the row is fitted: its letters need no look, and are most of the row. */
    private static final String ANY_HASH = "T0";

    private static final byte[] NOTHING = {};

    private final CsvTable blank;
    private final TextEncoding encoding;
    private final Charset charset;
    private final byte[] separator;
    private final byte[] newline;
    /** Whether an ASCII character is one byte. */
    private final boolean oneByte;

    private final int hashPlace;

    /**
     * Makes a writer.
     *
     * @param format any but JSON
     * @param fields what the rows will hold; brings the optional columns
     * @param encoding how the file is stored
     * @throws IllegalArgumentException if the format is JSON
     */
    public CsvRowWriter(Format format, Set<Field> fields, TextEncoding encoding) {
        this.blank = CsvTable.create(format, fields, encoding);
        this.encoding = encoding;
        // What was fitted is ASCII, and to say so costs a look at each letter less.
        this.charset = encoding.charset().equals(US_ASCII) ? ISO_8859_1 : encoding.charset();
        this.separator = bytes(",");
        this.oneByte = separator.length == 1;
        this.newline = bytes(blank.newline());
        this.hashPlace = blank.columns().places().getOrDefault(Field.HARDWARE_HASH, -1);
    }

    @Override
    public byte[] start() {
        try {
            return encoding.encode(blank.text());
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("a header is ASCII", e);
        }
    }

    @Override
    public Set<Field> write(DeviceRecord device, Optional<HardwareHash> hash, ByteArrayOutputStream out)
            throws CannotHoldException {
        Fit fit = blank.fit(hash.isPresent() ? device.with(Field.HARDWARE_HASH, ANY_HASH) : device);
        List<String> cells = blank.columns().cells(fit.device());
        for (int i = 0; i < cells.size(); i++) {
            out.writeBytes(i == 0 ? NOTHING : separator);
            if (i == hashPlace && hash.isPresent()) {
                write(hash.get(), out);
            } else {
                out.writeBytes(bytes(cells.get(i)));
            }
        }
        out.writeBytes(newline);
        return fit.leftEmpty();
    }

    private void write(HardwareHash hash, ByteArrayOutputStream out) {
        if (oneByte) {
            hash.writeText(out);
        } else {
            out.writeBytes(bytes(hash.text()));
        }
    }

    private byte[] bytes(String text) {
        return text.getBytes(charset);
    }
}
