// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.merge;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Messages;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.bulk.InputFiles.InputPath;
import dev.hwhash.agent.bulk.Progress;
import dev.hwhash.agent.bulk.RowWork;
import dev.hwhash.agent.input.InputFile;
import dev.hwhash.agent.input.InputRefusedException;
import dev.hwhash.agent.input.InputRows;
import dev.hwhash.device.Format;
import dev.hwhash.device.index.DeviceGroups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The first pass: which rows are one device, and which of them counts. Used once. */
final class Survey {

    private final Function<Path, InputFile> opening;
    private final FactsReader reader;
    private final MergeRemarks remarks;
    private final Messages messages;
    private final Progress progress;
    private final Places places;
    private final DeviceGroups groups = new DeviceGroups();
    private final RowNotes notes = new RowNotes();
    private final List<Source> sources = new ArrayList<>();
    private final Set<Format> formats = EnumSet.noneOf(Format.class);
    private final List<Problem> problems = new ArrayList<>();
    private long bytesBefore;
    private int skipped;

    Survey(
            Function<Path, InputFile> opening,
            FactsReader reader,
            Places places,
            MergeRemarks remarks,
            Messages messages,
            Progress progress) {
        this.opening = opening;
        this.reader = reader;
        this.places = places;
        this.remarks = remarks;
        this.messages = messages;
        this.progress = progress;
    }

    Surveyed run(List<InputPath> files) {
        for (InputPath file : files) {
            read(file);
        }
        if (skipped > 0) {
            messages.note(
                    "files-skipped", "files in folders that hold no devices: " + skipped + "; --verbose names them");
        }
        Surveyed surveyed = new Surveyed(sources, formats, groups.finish(remarks::on), notes);
        remarks.onDoubtsNotNamed();
        return surveyed;
    }

    /** Returns the files that could not be read, or not to their ends. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    private void read(InputPath file) {
        int first = notes.count();
        Optional<String> refusal = Optional.empty();
        Source.Stamp stamp;
        try {
            stamp = Source.Stamp.of(file.path());
            refusal = rows(file.path());
        } catch (InputRefusedException e) {
            refuse(file, e.getMessage());
            return;
        } catch (IOException e) {
            refuse(file, Files.exists(file.path()) ? "it cannot be read: " + e.getMessage() : "there is no such file");
            return;
        }
        int rows = notes.count() - first;
        bytesBefore += stamp.size();
        if (refusal.isPresent()) {
            String rest = rows == 0 ? "" : "; the " + rows + " rows before that are merged";
            problems.add(problem(file.path(), refusal.get() + rest));
        }
        if (rows > 0) {
            sources.add(new Source(file.path(), stamp, first, rows, refusal.isPresent()));
        } else if (refusal.isEmpty()) {
            messages.warning("input-without-rows", file.path() + " has no row");
        }
    }

    /** Takes all rows; returns why the file breaks off, if it does. */
    private Optional<String> rows(Path file) throws InputRefusedException {
        places.start(file);
        try (InputRows input = opening.apply(file).open()) {
            int before = notes.count();
            Optional<String> refusal = take(input);
            if (notes.count() > before) {
                formats.add(input.layout().format());
            }
            return refusal;
        }
    }

    private Optional<String> take(InputRows input) {
        try (RowWork<List<RowFacts>> batches = new RowWork<>(input, reader::of)) {
            for (Optional<List<RowFacts>> batch = batches.next(); batch.isPresent(); batch = batches.next()) {
                for (RowFacts facts : batch.get()) {
                    long place = places.place(facts.line());
                    remarks.on(groups.add(facts.identity(), facts.claim(), place), place);
                    notes.add(facts);
                }
                progress.step(bytesBefore + input.bytesRead(), batch.get().size());
            }
            return Optional.empty();
        } catch (InputRefusedException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** What was not named itself may be anything; but what nobody may read is a device file that is missed. */
    private void refuse(InputPath file, String why) {
        if (file.named() || !Files.isReadable(file.path())) {
            problems.add(problem(file.path(), why));
        } else {
            skipped++;
            messages.detail("file-skipped", file.path() + " holds no devices: " + why);
        }
    }

    private static Problem problem(Path file, String why) {
        return new Problem(ExitCode.INPUT_ERRORS, "input-refused", file + ": " + why);
    }
}
