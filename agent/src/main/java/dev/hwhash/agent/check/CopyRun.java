// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.check;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.bulk.OutputFile;
import dev.hwhash.agent.bulk.Progress;
import dev.hwhash.agent.bulk.RowWork;
import dev.hwhash.agent.input.InputRefusedException;
import dev.hwhash.agent.input.InputRows;
import dev.hwhash.device.check.FileCheck;
import dev.hwhash.device.check.FileFix;
import dev.hwhash.device.check.Importer;
import dev.hwhash.device.check.RowCheck;
import dev.hwhash.device.check.Shown;
import dev.hwhash.device.check.Verdict;
import dev.hwhash.device.file.Content;
import dev.hwhash.device.table.TextEncoding;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/** The check of one file with a corrected copy. Used once. */
final class CopyRun {

    private final FileRun file;
    private final Path input;
    private final OutputFile output;
    private final TextEncoding encoding;
    private long written;

    CopyRun(FileRun file, Path input, OutputFile output, Charset ansi) {
        this.file = file;
        this.input = input;
        this.output = output;
        // ASCII is all that most copies hold, and that is ANSI too.
        this.encoding = TextEncoding.named("ansi", ansi).orElseThrow();
    }

    /** Returns the verdict on the copy; a file that cannot be read to its end is checked, and not copied. */
    Optional<Verdict> fix() throws ProblemException {
        try {
            Survey survey = survey();
            return survey.rows() == 0 ? file.check() : Optional.of(copy(survey));
        } catch (InputRefusedException e) {
            return file.check();
        }
    }

    private Survey survey() throws InputRefusedException {
        try (InputRows rows = file.open()) {
            return Survey.of(rows);
        }
    }

    private Verdict copy(Survey survey) throws InputRefusedException, ProblemException {
        try (InputRows rows = file.open();
                Progress progress = file.progress("correcting")) {
            Importer importer = file.importer(rows);
            FileFix fix = new FileFix(importer, survey.held());
            FileCheck found = file.found(importer, true);
            RowCheck check = new RowCheck(importer);
            Content<ProblemException> content = sink -> {
                write(sink, encoding.encode(fix.start()));
                try (RowWork<Batch> work = new RowWork<>(rows, batch -> Batch.fixed(batch, check, fix))) {
                    for (Optional<Batch> batch = work.next(); batch.isPresent(); batch = work.next()) {
                        found.add(batch.get().rows(), rows.layout(), batch.get().places());
                        write(sink, encoded(batch.get(), fix.lineBreak()));
                        progress.step(rows.bytesRead(), batch.get().rows().size());
                    }
                } catch (InputRefusedException e) {
                    throw new ProblemException(ExitCode.INPUT_ERRORS, "input-refused", input + ": " + e.getMessage());
                }
            };
            output.write(content);
            return found.end(rows.layout(), written);
        }
    }

    private byte[] encoded(Batch batch, String lineBreak) throws ProblemException {
        String text = String.join(lineBreak, batch.copy()) + lineBreak;
        try {
            return encoding.encode(text);
        } catch (CharacterCodingException e) {
            throw new ProblemException(ExitCode.INPUT_ERRORS, "value-not-writable", input + ": " + lacking(batch));
        }
    }

    private String lacking(Batch batch) {
        for (int i = 0; i < batch.copy().size(); i++) {
            Optional<String> character = encoding.lacking(batch.copy().get(i));
            if (character.isPresent()) {
                return "line " + batch.rows().get(i).line() + " holds " + Shown.ascii(character.get())
                        + ", which the code page " + encoding.charset() + " lacks; name another by --input-encoding";
            }
        }
        throw new IllegalStateException("each character can be written");
    }

    private void write(Content.Sink sink, byte[] bytes) throws IOException {
        sink.write(bytes);
        written += bytes.length;
    }
}
