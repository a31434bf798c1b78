// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.merge;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.bulk.InputFiles;
import dev.hwhash.agent.bulk.InputFiles.InputPath;
import dev.hwhash.agent.bulk.OutputFile;
import dev.hwhash.agent.bulk.Progress;
import dev.hwhash.agent.input.InputFile;
import dev.hwhash.device.Format;
import dev.hwhash.device.file.Content;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run of {@code hwhash merge}. Used once. */
public final class Merge {

    private final MergeRequest request;
    private final Session session;
    private final FactsReader reader;
    private final List<Problem> problems = new ArrayList<>();
    private String summary = "";

    /**
     * Makes a run.
     *
     * @param request what was asked
     * @param session what it works with
     * @param clock says what lies in the future
     */
    public Merge(MergeRequest request, Session session, Clock clock) {
        this.request = request;
        this.session = session;
        this.reader = new FactsReader(request.format(), clock.instant());
    }

    /**
     * Reads all inputs two or three times and writes the output.
     *
     * @return which files and rows are not in the output, and why; where there is a problem that says so, there is none
     * @throws ProblemException if the output cannot be written
     */
    public List<Problem> run() throws ProblemException {
        session.deadline().busyWith(ExitCode.NOT_WRITTEN, "output-timeout", "rows were merged");
        InputFiles inputs = new InputFiles(Optional.of(request.output()), session.messages());
        for (Path input : request.inputs()) {
            inputs.add(input);
        }
        OutputFile output = new OutputFile(request.output(), request.overwrite(), session);
        output.requireNoInput(paths(inputs));
        problems.addAll(inputs.problems());
        try {
            output.write((Content<MergeEndedException>) sink -> write(inputs.files(), sink));
            session.messages().note("rows-written", summary);
        } catch (MergeEndedException e) {
            problems.add(e.problem());
        }
        return List.copyOf(problems);
    }

    /** Also what was named itself and left out as the output: somebody wants its rows, which would be gone. */
    private List<Path> paths(InputFiles inputs) {
        List<Path> paths = new ArrayList<>(request.inputs());
        for (InputPath file : inputs.files()) {
            paths.add(file.path());
        }
        return paths;
    }

    /** All passes, the first too: it takes its time, and is not begun where the output cannot be written. */
    private void write(List<InputPath> files, Content.Sink sink) throws IOException, MergeEndedException {
        Places places = new Places();
        MergeRemarks remarks = new MergeRemarks(session.messages(), request.strict(), places);
        Surveyed surveyed = survey(files, places, remarks);
        Format format = request.format().orElse(inCommon(surveyed));
        Merging merging = new Merging(surveyed, format, request.encoding());
        Loans loans = new Loans(surveyed, reader, format);
        if (loans.areNeeded()) {
            try (Progress progress = progress("looking for values to keep", surveyed)) {
                rereading(surveyed, progress).run(loans::offers, loans::take);
            }
        }
        try (Progress progress = progress("writing", surveyed)) {
            merging.write(rereading(surveyed, progress), loans, sink);
        }
        problems.addAll(remarks.problems());
        problems.addAll(merging.report(session.messages()));
        if (merging.written() == 0) {
            throw new MergeEndedException(new Problem(
                    ExitCode.INPUT_ERRORS, "no-row", "nothing is written: there is no row for " + request.output()));
        }
        summary = "wrote " + merging.written() + " rows to " + request.output() + " as " + format + ", out of "
                + surveyed.grouped().rows() + " rows in " + surveyed.sources().size() + " files" + remarks.summary();
    }

    private Surveyed survey(List<InputPath> files, Places places, MergeRemarks remarks) {
        long size = 0;
        for (InputPath file : files) {
            size += file.path().toFile().length();
        }
        try (Progress progress = new Progress("comparing", size, session.messages())) {
            Survey survey = new Survey(this::input, reader, places, remarks, session.messages(), progress);
            Surveyed surveyed = survey.run(files);
            problems.addAll(survey.problems());
            return surveyed;
        }
    }

    private static Format inCommon(Surveyed surveyed) {
        return surveyed.formats().size() == 1 ? surveyed.formats().iterator().next() : Format.AUTOPILOT;
    }

    private InputFile input(Path path) {
        boolean identifiers = request.format().equals(Optional.of(Format.CORPORATE_IDENTIFIERS));
        return new InputFile(path, request.ansi(), identifiers);
    }

    private Rereading rereading(Surveyed surveyed, Progress progress) {
        return new Rereading(surveyed, source -> input(source.path()), progress::step);
    }

    private Progress progress(String doing, Surveyed surveyed) {
        long size = 0;
        for (Source source : surveyed.sources()) {
            size += source.stamp().size();
        }
        return new Progress(doing, size, session.messages());
    }
}
