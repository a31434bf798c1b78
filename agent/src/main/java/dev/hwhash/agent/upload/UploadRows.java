// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.bulk.InputFiles;
import dev.hwhash.agent.bulk.InputFiles.InputPath;
import dev.hwhash.agent.bulk.RowConversion;
import dev.hwhash.agent.bulk.RowConversion.Converted;
import dev.hwhash.agent.input.InputFile;
import dev.hwhash.agent.input.InputRefusedException;
import dev.hwhash.agent.input.InputRows;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.table.DeviceRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of files as reports in the outbox. Used once. */
final class UploadRows {

    /**
     * How many rows go to the disk at once. Each time the outbox is looked at as a whole; and another process must not
     * wait for so many for longer than it has patience, on a slow stick either.
     */
    private static final int BATCH = 256;

    private final UploadRequest request;
    private final Sending sending;
    private final Session session;
    private final RowRules rules;
    private final RowConversion conversion;
    private final List<Problem> problems = new ArrayList<>();
    private final List<DeviceRecord> batch = new ArrayList<>();
    private String batchStart = "";
    private long added;

    UploadRows(UploadRequest request, Sending sending, Session session) {
        this.request = request;
        this.sending = sending;
        this.rules = sending.rules();
        this.conversion = new RowConversion(Format.JSON, rules.needs(), false);
        this.session = session;
    }

    /**
     * Adds all rows that can be sent.
     *
     * @return which files and rows cannot
     * @throws ProblemException if the outbox takes no more; what it took before is kept, and the words tell where to
     *     go on
     */
    List<Problem> add() throws ProblemException {
        session.deadline().busyWith(ExitCode.INPUT_ERRORS, "input-timeout", "files were read");
        InputFiles inputs = new InputFiles(Optional.empty(), session.messages());
        for (Path file : request.files()) {
            inputs.add(file);
        }
        problems.addAll(inputs.problems());
        for (InputPath file : inputs.files()) {
            try {
                add(file.path());
            } catch (InputRefusedException e) {
                refuse(file, e);
            }
        }
        addBatch();
        session.messages()
                .note(
                        "rows-added",
                        added + " rows are in the outbox " + sending.outbox().path());
        return problems;
    }

    /** What a folder holds beside devices is no error. */
    private void refuse(InputPath file, InputRefusedException e) {
        if (file.named()) {
            problems.add(new Problem(ExitCode.INPUT_ERRORS, "input-refused", file.path() + ": " + e.getMessage()));
        } else {
            session.messages().detail("input-skipped", file.path() + ": " + e.getMessage());
        }
    }

    private void add(Path file) throws InputRefusedException, ProblemException {
        try (InputRows rows = new InputFile(file, request.ansi(), false).open()) {
            for (List<DeviceRow> some = rows.next(); !some.isEmpty(); some = rows.next()) {
                String kind = rows.layout().format() == Format.JSON ? "json" : "csv";
                for (DeviceRow row : some) {
                    add(file, row, kind);
                }
            }
        }
    }

    private void add(Path file, DeviceRow row, String kind) throws ProblemException {
        Converted converted = conversion.of(row);
        Optional<String> refusal = converted.refusal().or(() -> rules.refusal(row));
        if (refusal.isPresent()) {
            problems.add(new Problem(
                    ExitCode.INPUT_ERRORS, "row-not-sent", file + ":" + row.line() + ": not sent: " + refusal.get()));
            return;
        }
        DeviceRecord device = converted.device().filledFrom(DeviceRecord.EMPTY.with(Field.SOURCE, kind));
        if (batch.isEmpty()) {
            batchStart = file + ":" + row.line();
        }
        batch.add(converted
                .hash()
                .map(hash -> device.with(Field.HARDWARE_HASH, hash.text()))
                .orElse(device));
        if (batch.size() == BATCH) {
            addBatch();
        }
    }

    private void addBatch() throws ProblemException {
        if (batch.isEmpty()) {
            return;
        }
        try {
            sending.add(batch);
        } catch (ProblemException e) {
            Problem why = e.problem();
            throw new ProblemException(
                    why.exit(),
                    why.id(),
                    why.words() + "; of these files, " + added + " rows are in it, the row " + batchStart
                            + " and what follows it are not");
        }
        added += batch.size();
        batch.clear();
    }
}
