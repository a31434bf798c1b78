// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.convert;

import dev.hwhash.agent.bulk.RowConversion;
import dev.hwhash.agent.bulk.RowConversion.Converted;
import dev.hwhash.agent.bulk.RowWriters;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.table.CannotHoldException;
import dev.hwhash.device.table.DeviceRow;
import dev.hwhash.device.table.RowWriter;
import dev.hwhash.device.table.TextEncoding;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Rows of a file as the text of another one. Immutable and thread-safe. */
final class RowText {

    private final RowConversion conversion;
    private final RowWriter writer;
    private final Set<Field> columns;

    /** A row about which something is to be said. */
    record Remark(int line, String refusal, Set<Field> leftOut, Set<Field> leftEmpty) {}

    /**
     * What came of a batch of rows.
     *
     * @param bytes the new rows
     * @param rows how many they are
     * @param remarks on single rows
     * @param wider optional columns that the rows need and this file has not: it has to be begun anew
     */
    // The array is made here and handed to the disk; nobody compares or keeps it.
    @SuppressWarnings("ArrayRecordComponent")
    record Written(byte[] bytes, int rows, List<Remark> remarks, Set<Field> wider) {}

    RowText(Format format, Set<Field> columns, TextEncoding encoding, boolean withProductId) {
        this.conversion = new RowConversion(format, withProductId);
        this.columns = format == Format.JSON ? EnumSet.allOf(Field.class) : Set.copyOf(columns);
        this.writer = RowWriters.of(format, columns, encoding);
    }

    byte[] start() {
        return writer.start();
    }

    Written of(List<DeviceRow> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(likelySize(rows));
        List<Remark> remarks = new ArrayList<>();
        Set<Field> wider = EnumSet.noneOf(Field.class);
        int written = 0;
        for (DeviceRow row : rows) {
            Converted converted = conversion.of(row);
            if (converted.refusal().isPresent()) {
                remarks.add(new Remark(row.line(), converted.refusal().get(), Set.of(), Set.of()));
            } else if (write(row, converted, out, remarks, wider)) {
                written++;
            }
        }
        return new Written(out.toByteArray(), written, remarks, wider);
    }

    private static int likelySize(List<DeviceRow> rows) {
        int size = 0;
        for (DeviceRow row : rows) {
            size += row.has(Field.HARDWARE_HASH) ? 4200 : 100;
        }
        return size;
    }

    private boolean write(
            DeviceRow row, Converted converted, ByteArrayOutputStream out, List<Remark> remarks, Set<Field> wider) {
        for (Field field : RowWriters.OPTIONAL) {
            if (converted.device().value(field).isPresent() && !columns.contains(field)) {
                wider.add(field);
            }
        }
        if (!wider.isEmpty()) {
            return false;
        }
        try {
            Set<Field> leftEmpty = writer.write(converted.device(), converted.hash(), out);
            if (!leftEmpty.isEmpty() || !converted.leftOut().isEmpty()) {
                remarks.add(new Remark(row.line(), "", converted.leftOut(), leftEmpty));
            }
            return true;
        } catch (CannotHoldException e) {
            remarks.add(new Remark(row.line(), e.getMessage(), Set.of(), Set.of()));
            return false;
        }
    }
}
