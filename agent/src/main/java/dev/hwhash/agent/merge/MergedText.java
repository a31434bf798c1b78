// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.merge;

import dev.hwhash.agent.bulk.RowConversion;
import dev.hwhash.agent.bulk.RowConversion.Converted;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.table.CannotHoldException;
import dev.hwhash.device.table.DeviceRow;
import dev.hwhash.device.table.RowWriter;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rows that count as the text of the output. Immutable and thread-safe. */
final class MergedText {

    private static final int BYTES_A_ROW = 4200;

    private final Surveyed surveyed;
    private final Loans loans;
    private final Format format;
    private final RowConversion conversion;
    private final RowWriter writer;

    /** A row about which something is to be said; without a refusal it is written. */
    record Remark(int line, String refusal, Set<Field> leftOut, Set<Field> leftEmpty) {}

    /**
     * What came of a batch of rows.
     *
     * @param bytes the rows that count
     * @param written how many they are
     * @param rows how many rows the batch has
     * @param remarks on single rows
     */
    // The array is made here and handed to the disk; nobody compares or keeps it.
    @SuppressWarnings("ArrayRecordComponent")
    record Written(byte[] bytes, int written, int rows, List<Remark> remarks) {}

    MergedText(Surveyed surveyed, Loans loans, Format format, RowWriter writer) {
        this.surveyed = surveyed;
        this.loans = loans;
        this.format = format;
        this.conversion = new RowConversion(format, false);
        this.writer = writer;
    }

    Written of(Source source, List<DeviceRow> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(rows.size() * BYTES_A_ROW);
        List<Remark> remarks = new ArrayList<>();
        int written = 0;
        for (DeviceRow row : rows) {
            int number = surveyed.number(source, row);
            if (number >= 0 && surveyed.grouped().stands(number)) {
                DeviceRow filled = loans.filled(row, surveyed.grouped().deviceOf(number));
                written += write(filled, out, remarks) ? 1 : 0;
            } else if (number >= 0 && surveyed.notes().isDamaged(number)) {
                // A damaged row is told of also where another row of its device is written.
                refuse(row, conversion.of(row), remarks);
            }
        }
        return new Written(out.toByteArray(), written, rows.size(), remarks);
    }

    private boolean write(DeviceRow row, ByteArrayOutputStream out, List<Remark> remarks) {
        Converted converted = conversion.of(row);
        if (converted.refusal().isPresent()) {
            refuse(row, converted, remarks);
            return false;
        }
        try {
            Set<Field> leftEmpty = writer.write(converted.device(), converted.hash(), out);
            if (!leftEmpty.isEmpty() || !converted.leftOut().isEmpty()) {
                remarks.add(new Remark(row.line(), "", converted.leftOut(), leftEmpty));
            }
            return true;
        } catch (CannotHoldException e) {
            remarks.add(new Remark(
                    row.line(), e.getMessage() + "; another --format or --encoding may", Set.of(), Set.of()));
            return false;
        }
    }

    private void refuse(DeviceRow row, Converted converted, List<Remark> remarks) {
        if (converted.refusal().isEmpty()) {
            return;
        }
        boolean advisable = format == Format.AUTOPILOT && !row.has(Field.HARDWARE_HASH);
        String advice = advisable ? "; --format partner-center takes it by serial number, manufacturer and model" : "";
        remarks.add(new Remark(row.line(), converted.refusal().get() + advice, Set.of(), Set.of()));
    }
}
