// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.convert;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Messages;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.bulk.RowProblems;
import dev.hwhash.agent.convert.RowText.Remark;
import dev.hwhash.agent.convert.RowText.Written;
import dev.hwhash.agent.input.InputFile;
import dev.hwhash.agent.input.InputRefusedException;
import dev.hwhash.agent.input.InputRows;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import java.util.List;
import java.util.Optional;

/** One pass over an input that becomes another file: what is known of it and what was seen. Not thread-safe. */
final class Conversion {

    private final ConvertRequest request;
    private final Format format;
    private final RowText text;
    private final RowProblems problems = new RowProblems();
    private long leftEmpty;
    private int firstLeftEmpty;
    private long rows;

    Conversion(ConvertRequest request, Format format, RowText text) {
        this.request = request;
        this.format = format;
        this.text = text;
    }

    static InputRows open(ConvertRequest request) throws PassEndedException {
        boolean identifiers = request.format().equals(Optional.of(Format.CORPORATE_IDENTIFIERS));
        try {
            return new InputFile(request.input(), request.ansi(), identifiers).open();
        } catch (InputRefusedException e) {
            throw refused(request, e);
        }
    }

    static PassEndedException refused(ConvertRequest request, InputRefusedException e) {
        return PassEndedException.by(
                new Problem(ExitCode.INPUT_ERRORS, "input-refused", request.input() + ": " + e.getMessage()));
    }

    RowText text() {
        return text;
    }

    long rows() {
        return rows;
    }

    /** Returns how many rows are written, in words. */
    String count() {
        return counted(rows, "row");
    }

    static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** Notes what came of a batch; ends the pass where the columns do not suffice. */
    void note(Written written) throws PassEndedException {
        if (!written.wider().isEmpty()) {
            throw PassEndedException.forWider(written.wider());
        }
        rows += written.rows();
        for (Remark remark : written.remarks()) {
            note(remark);
        }
    }

    private void note(Remark remark) {
        if (!remark.refusal().isEmpty()) {
            problems.refuse(request.input(), remark.line(), remark.refusal());
        }
        for (Field field : remark.leftOut()) {
            problems.leaveOut(request.input(), remark.line(), field);
        }
        if (!remark.leftEmpty().isEmpty()) {
            firstLeftEmpty = leftEmpty == 0 ? remark.line() : firstLeftEmpty;
            leftEmpty++;
        }
    }

    /** Says what is worth a look; returns the rows that are not written. */
    List<Problem> report(Messages messages) {
        for (String words : problems.leftOut(format)) {
            messages.warning("value-left-out", words);
        }
        if (leftEmpty > 0) {
            messages.warning(
                    "value-left-empty",
                    "the manufacturer or model of " + counted(leftEmpty, "row")
                            + " holds a comma and is left empty, first at "
                            + request.input() + ":" + firstLeftEmpty + "; the hardware hash holds it too");
        }
        return problems.refused();
    }

    /** The same where no output is made, since it would have no row. */
    List<Problem> reportWithoutRow(Messages messages) {
        List<Problem> problems = report(messages);
        problems.add(new Problem(
                ExitCode.INPUT_ERRORS,
                "no-row",
                request.input() + ": nothing is written: it has no row for the format " + format));
        return problems;
    }
}
