// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.convert;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.bulk.OutputFile;
import dev.hwhash.agent.bulk.Progress;
import dev.hwhash.agent.bulk.RowWriters;
import dev.hwhash.agent.input.InputRefusedException;
import dev.hwhash.agent.input.InputRows;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.table.DeviceRow;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One run of {@code hwhash split}: rows of one file in parts that an importer takes. A first pass looks at every row, so
 * that all parts have the same columns and nothing is written of a file that breaks off. Used once.
 */
public final class Split {

    private final ConvertRequest request;
    private final int rowsInPart;
    private final Session session;

    /**
     * Makes a run.
     *
     * @param request what was asked
     * @param rowsInPart the most rows of a part, at least 1
     * @param session what it works with
     */
    public Split(ConvertRequest request, int rowsInPart, Session session) {
        this.request = request;
        this.rowsInPart = rowsInPart;
        this.session = session;
    }

    /**
     * Looks at the input, then writes the parts.
     *
     * @return why rows were not written; the others are
     * @throws ProblemException if nothing was written
     */
    public List<Problem> run() throws ProblemException {
        session.deadline().busyWith(ExitCode.NOT_WRITTEN, "output-timeout", "rows were split");
        try {
            Set<Field> columns = columns();
            return write(columns);
        } catch (PassEndedException e) {
            throw new ProblemException(e.problem().orElseThrow());
        }
    }

    /** The optional columns that any row needs. */
    private Set<Field> columns() throws PassEndedException {
        Set<Field> columns = EnumSet.noneOf(Field.class);
        try (InputRows rows = Conversion.open(request);
                Progress progress =
                        new Progress("looking", request.input().toFile().length(), session.messages())) {
            for (List<DeviceRow> some = rows.next(); !some.isEmpty(); some = rows.next()) {
                progress.step(rows.bytesRead(), some.size());
                for (DeviceRow row : some) {
                    for (Field field : RowWriters.OPTIONAL) {
                        if (row.has(field)) {
                            columns.add(field);
                        }
                    }
                }
            }
            return columns;
        } catch (InputRefusedException e) {
            throw Conversion.refused(request, e);
        }
    }

    private List<Problem> write(Set<Field> columns) throws PassEndedException, ProblemException {
        try (InputRows rows = Conversion.open(request);
                Progress progress =
                        new Progress("splitting", request.input().toFile().length(), session.messages())) {
            Format format = request.format().orElse(rows.layout().format());
            RowText text = new RowText(format, columns, request.encoding(), request.withProductId());
            Conversion conversion = new Conversion(request, format, text);
            RowsLeft left = new RowsLeft(request, rows, conversion, progress);
            PartNames names =
                    new PartNames(request.output(), request.input(), format == Format.JSON ? ".json" : ".csv", session);
            names.requireFree(request.overwrite());
            if (!left.fill()) {
                return conversion.reportWithoutRow(session.messages());
            }
            names.removeEarlier();
            int parts = writeParts(left, names);
            List<Problem> problems = conversion.report(session.messages());
            session.messages()
                    .note(
                            "rows-written",
                            "wrote " + conversion.count() + " to " + Conversion.counted(parts, "file") + " in "
                                    + request.output() + ", the last one "
                                    + names.of(parts).getFileName());
            return problems;
        }
    }

    /** Writes all parts or none: an importer that got some of them would not miss the others. */
    private int writeParts(RowsLeft left, PartNames names) throws PassEndedException, ProblemException {
        int written = 0;
        boolean all = false;
        try {
            while (left.fill()) {
                new OutputFile(names.of(written + 1), false, session).write(sink -> left.writePart(rowsInPart, sink));
                written++;
            }
            all = true;
            return written;
        } finally {
            if (!all && written > 0) {
                names.takeBack(written);
            }
        }
    }
}
