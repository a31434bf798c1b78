// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.check;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.bulk.InputFiles;
import dev.hwhash.agent.bulk.InputFiles.InputPath;
import dev.hwhash.agent.bulk.OutputFile;
import dev.hwhash.device.check.SeenDevices;
import dev.hwhash.device.check.Verdict;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run of {@code hwhash check}. Used once. */
public final class Check {

    private final CheckRequest request;
    private final Session session;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * Makes a run.
     *
     * @param request what was asked
     * @param session what it works with
     */
    public Check(CheckRequest request, Session session) {
        this.request = request;
        this.session = session;
    }

    /**
     * Checks each file, tells the findings on stdout and each verdict on stderr.
     *
     * @return a problem for each file that is not ready for its import
     * @throws ProblemException if stdout or the copy does not take what there is
     */
    public List<Problem> run() throws ProblemException {
        session.deadline().busyWith(ExitCode.INPUT_ERRORS, "check-timeout", "files were checked");
        List<InputPath> files = files();
        Report report = new Report(session.stdout(), request.json());
        try {
            if (request.copy().isPresent()) {
                fix(files, request.copy().get(), report);
            } else {
                SeenDevices devices = new SeenDevices();
                for (InputPath file : files) {
                    FileRun run = new FileRun(file, request, session, devices, report);
                    tell(file.path(), run.check());
                }
            }
            report.flush();
        } catch (UncheckedIOException e) {
            throw new ProblemException(
                    ExitCode.NOT_WRITTEN, "stdout-not-written", "stdout took no finding: " + e.getMessage());
        }
        return problems;
    }

    private List<InputPath> files() throws ProblemException {
        if (request.copy().isPresent()) {
            new OutputFile(request.copy().get(), request.overwrite(), session).requireNoInput(request.inputs());
        }
        InputFiles inputs = new InputFiles(request.copy(), session.messages());
        for (Path input : request.inputs()) {
            inputs.add(input);
        }
        problems.addAll(inputs.problems());
        return inputs.files();
    }

    private void fix(List<InputPath> files, Path copy, Report report) throws ProblemException {
        if (files.size() != 1) {
            throw new ProblemException(
                    ExitCode.USAGE,
                    "option-value",
                    "--fix takes one file, not " + files.size() + "; hwhash merge makes one of many");
        }
        InputPath input = files.get(0);
        FileRun run = new FileRun(input, request, session, new SeenDevices(), report);
        OutputFile output = new OutputFile(copy, request.overwrite(), session);
        tell(copy, new CopyRun(run, input.path(), output, request.ansi()).fix());
    }

    private void tell(Path file, Optional<Verdict> verdict) {
        if (verdict.isEmpty()) {
            session.messages().note("file-skipped", file + " holds no devices");
        } else if (verdict.get().isReady()) {
            session.messages().note("file-ready", file + ": " + verdict.get().words());
        } else {
            problems.add(new Problem(
                    ExitCode.INPUT_ERRORS,
                    "file-not-ready",
                    file + ": " + verdict.get().words()));
        }
    }
}
