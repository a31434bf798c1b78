// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.convert;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.bulk.OutputFile;
import dev.hwhash.agent.bulk.Progress;
import dev.hwhash.agent.convert.RowText.Written;
import dev.hwhash.agent.input.InputRefusedException;
import dev.hwhash.agent.input.InputRows;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.file.Content;
import dev.hwhash.device.table.DeviceRow;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
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
                    for (Field field : RowText.OPTIONAL) {
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
            Rest rest = new Rest(rows, conversion, progress);
            PartNames names =
                    new PartNames(request.output(), request.input(), format == Format.JSON ? ".json" : ".csv", session);
            names.requireFree(request.overwrite());
            if (!rest.fill()) {
                return conversion.reportWithoutRow(session.messages());
            }
            names.removeEarlier();
            int parts = writeParts(rest, names);
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
    private int writeParts(Rest rest, PartNames names) throws PassEndedException, ProblemException {
        int written = 0;
        boolean all = false;
        try {
            while (rest.fill()) {
                new OutputFile(names.of(written + 1), false, session).write(rest::writePart);
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

    /** The rows that are left, converted a few at a time. */
    private final class Rest {
        private final InputRows rows;
        private final Conversion conversion;
        private final Progress progress;
        private final Deque<DeviceRow> read = new ArrayDeque<>();
        private final Deque<Written> ready = new ArrayDeque<>();

        private Rest(InputRows rows, Conversion conversion, Progress progress) {
            this.rows = rows;
            this.conversion = conversion;
            this.progress = progress;
        }

        /** Makes the next row ready; false where there is none. */
        private boolean fill() throws PassEndedException {
            while (ready.isEmpty()) {
                if (read.isEmpty() && !readMore()) {
                    return false;
                }
                Written written = conversion.text().of(List.of(read.remove()));
                conversion.note(written);
                if (written.rows() > 0) {
                    ready.add(written);
                }
            }
            return true;
        }

        private boolean readMore() throws PassEndedException {
            try {
                read.addAll(rows.next());
                progress.step(rows.bytesRead(), read.size());
                return !read.isEmpty();
            } catch (InputRefusedException e) {
                throw Conversion.refused(request, e);
            }
        }

        private void writePart(Content.Sink sink) throws IOException, PassEndedException {
            sink.write(conversion.text().start());
            for (int i = 0; i < rowsInPart && fill(); i++) {
                sink.write(ready.remove().bytes());
            }
        }
    }
}
