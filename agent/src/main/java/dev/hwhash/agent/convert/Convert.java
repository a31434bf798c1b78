// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.convert;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.bulk.OutputFile;
import dev.hwhash.agent.bulk.Progress;
import dev.hwhash.agent.bulk.RowWork;
import dev.hwhash.agent.convert.RowText.Written;
import dev.hwhash.agent.input.InputRefusedException;
import dev.hwhash.agent.input.InputRows;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.file.Content;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One run of {@code hwhash convert}. Used once. */
public final class Convert {

    private final ConvertRequest request;
    private final Session session;

    /**
     * Makes a run.
     *
     * @param request what was asked
     * @param session what it works with
     */
    public Convert(ConvertRequest request, Session session) {
        this.request = request;
        this.session = session;
    }

    /**
     * Reads the input once, or once more for each optional column that turns up late, and writes the output.
     *
     * @return why rows were not written; the others are
     * @throws ProblemException if nothing was written
     */
    public List<Problem> run() throws ProblemException {
        session.deadline().busyWith(ExitCode.NOT_WRITTEN, "output-timeout", "rows were converted");
        OutputFile output = new OutputFile(request.output(), request.overwrite(), session);
        output.requireNoInput(List.of(request.input()));
        Set<Field> columns = EnumSet.noneOf(Field.class);
        while (true) {
            try {
                return write(output, columns);
            } catch (PassEndedException e) {
                if (e.problem().isPresent()) {
                    throw new ProblemException(e.problem().get());
                }
                columns.addAll(e.wider());
            }
        }
    }

    private List<Problem> write(OutputFile output, Set<Field> columns) throws ProblemException, PassEndedException {
        try (InputRows rows = Conversion.open(request);
                Progress progress =
                        new Progress("converting", request.input().toFile().length(), session.messages())) {
            Format format = request.format().orElse(rows.layout().format());
            RowText text = new RowText(format, columns, request.encoding(), request.withProductId());
            Conversion conversion = new Conversion(request, format, text);
            Content<PassEndedException> content = sink -> {
                sink.write(text.start());
                pass(rows, conversion, sink, progress);
                if (conversion.rows() == 0) {
                    throw PassEndedException.withoutRow();
                }
            };
            try {
                output.write(content);
            } catch (PassEndedException e) {
                if (e.isWithoutRow()) {
                    return conversion.reportWithoutRow(session.messages());
                }
                throw e;
            }
            List<Problem> problems = conversion.report(session.messages());
            session.messages()
                    .note("rows-written", "wrote " + conversion.count() + " to " + request.output() + " as " + format);
            return problems;
        }
    }

    private void pass(InputRows rows, Conversion conversion, Content.Sink sink, Progress progress)
            throws IOException, PassEndedException {
        try (RowWork<Written> work = new RowWork<>(rows, conversion.text()::of)) {
            for (Optional<Written> written = work.next(); written.isPresent(); written = work.next()) {
                conversion.note(written.get());
                sink.write(written.get().bytes());
                progress.step(rows.bytesRead(), written.get().rows());
            }
        } catch (InputRefusedException e) {
            throw Conversion.refused(request, e);
        }
    }
}
