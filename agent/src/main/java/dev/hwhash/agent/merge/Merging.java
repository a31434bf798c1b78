// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.merge;

import dev.hwhash.agent.Messages;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.bulk.RowProblems;
import dev.hwhash.agent.bulk.RowWriters;
import dev.hwhash.agent.merge.MergedText.Remark;
import dev.hwhash.agent.merge.MergedText.Written;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.file.Content;
import dev.hwhash.device.index.GroupedRows;
import dev.hwhash.device.table.RowWriter;
import dev.hwhash.device.table.TextEncoding;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The last pass: writes the rows that count, and notes what is to be said of single ones. Not thread-safe. */
final class Merging {

    private final Surveyed surveyed;
    private final Format format;
    private final TextEncoding encoding;
    private final RowProblems problems = new RowProblems();
    private long written;
    private long leftEmpty;
    private String firstLeftEmpty = "";

    Merging(Surveyed surveyed, Format format, TextEncoding encoding) {
        this.surveyed = surveyed;
        this.format = format;
        this.encoding = encoding;
    }

    void write(Rereading rereading, Loans loans, Content.Sink sink) throws IOException, MergeEndedException {
        RowWriter writer = RowWriters.of(format, columns(), encoding);
        MergedText text = new MergedText(surveyed, loans, format, writer);
        sink.write(writer.start());
        rereading.run(text::of, (source, batch) -> {
            note(source, batch);
            sink.write(batch.bytes());
            return batch.rows();
        });
    }

    /** The optional columns that a row of a device fills which is written, as far as the first pass can tell. */
    private Set<Field> columns() {
        GroupedRows grouped = surveyed.grouped();
        boolean[] writable = new boolean[grouped.devices()];
        for (int row = 0; row < grouped.rows(); row++) {
            if (grouped.stands(row)) {
                writable[grouped.deviceOf(row)] =
                        surveyed.notes().hasIntactHash(row) || !format.needed().contains(Field.HARDWARE_HASH);
            }
        }
        int known = 0;
        for (int row = 0; row < grouped.rows(); row++) {
            boolean counts = grouped.deviceOf(row) >= 0 && writable[grouped.deviceOf(row)];
            known |= counts ? surveyed.notes().known(row) : 0;
        }
        Set<Field> columns = EnumSet.noneOf(Field.class);
        for (Field field : RowWriters.OPTIONAL) {
            if ((known & Lent.bit(field)) != 0) {
                columns.add(field);
            }
        }
        return columns;
    }

    private void note(Source source, Written batch) {
        written += batch.written();
        for (Remark remark : batch.remarks()) {
            if (!remark.refusal().isEmpty()) {
                problems.refuse(source.path(), remark.line(), remark.refusal());
            }
            for (Field field : remark.leftOut()) {
                problems.leaveOut(source.path(), remark.line(), field);
            }
            if (!remark.leftEmpty().isEmpty()) {
                firstLeftEmpty = leftEmpty == 0 ? source.path() + ":" + remark.line() : firstLeftEmpty;
                leftEmpty++;
            }
        }
    }

    long written() {
        return written;
    }

    /** Says what is worth a look; returns the rows that are not written. */
    List<Problem> report(Messages messages) {
        for (String words : problems.leftOut(format)) {
            messages.warning("value-left-out", words);
        }
        if (leftEmpty > 0) {
            messages.warning(
                    "value-left-empty",
                    "the manufacturer or model of " + leftEmpty + " rows holds a comma and is left empty, first at "
                            + firstLeftEmpty + "; the hardware hash holds it too");
        }
        return problems.refused();
    }
}
