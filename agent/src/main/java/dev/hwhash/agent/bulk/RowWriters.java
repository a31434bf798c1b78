// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.bulk;

import dev.hwhash.agent.json.JsonLine;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.table.CsvRowWriter;
import dev.hwhash.device.table.LineRowWriter;
import dev.hwhash.device.table.RowWriter;
import dev.hwhash.device.table.TextEncoding;
import java.util.List;
import java.util.Set;

/** Who writes the rows of a new file. */
public final class RowWriters {

    /** Columns that a file of CSV has only where a row needs them; JSON has every field in each row. */
    public static final List<Field> OPTIONAL = List.of(Field.GROUP_TAG, Field.ASSIGNED_USER);

    private RowWriters() {}

    /**
     * Returns the writer of a format.
     *
     * @param format what the rows become
     * @param columns the optional columns that some row needs
     * @param encoding how the file is stored
     * @return a writer, safe for use by several threads
     */
    public static RowWriter of(Format format, Set<Field> columns, TextEncoding encoding) {
        return format == Format.JSON
                ? new LineRowWriter(encoding, JsonLine::write)
                : new CsvRowWriter(format, columns, encoding);
    }
}
