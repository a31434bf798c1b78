// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.hash.HardwareHash;
import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rows of CSV as the services want them: no quotes, CRLF, names to the letter. */
public final class CsvRowWriter implements RowWriter {

    /** Stands for a hash while the rest of the row is fitted: its letters need no look, and are most of the row. */
    private static final String ANY_HASH = "T0";

    private final CsvTable blank;
    private final TextEncoding encoding;
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
        StringBuilder line = new StringBuilder(hash.isPresent() ? 4200 : 200);
        for (int i = 0; i < cells.size(); i++) {
            line.append(i == 0 ? "" : ",");
            line.append(i == hashPlace && hash.isPresent() ? hash.get().text() : cells.get(i));
        }
        line.append(blank.newline());
        out.writeBytes(line.toString().getBytes(encoding.charset()));
        return fit.leftEmpty();
    }
}
