// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.collect.Collect;
import dev.hwhash.agent.collect.Collected;
import dev.hwhash.agent.configuration.OwnFolder;
import dev.hwhash.agent.stick.FileWords;
import dev.hwhash.agent.upload.SendRequest;
import dev.hwhash.uploader.outbox.LastReceipt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects this PC so that its row is somewhere in the end: on the stick, else on this PC; and on its way to the
 * service where one is named, whose trouble keeps no row from being saved. Used once.
 */
final class Taking {

    private final Errand errand;
    private final OwnFolder own;
    private final Session session;
    private final List<Problem> setBack = new ArrayList<>();

    Taking(Errand errand, OwnFolder own, Session session) {
        this.errand = errand;
        this.own = own;
        this.session = session;
    }

    /**
     * Collects.
     *
     * @throws ProblemException if there is no place for a row
     */
    Outcome run() throws ProblemException {
        Optional<Path> onStick = onStick();
        Path folder = onStick.isPresent() ? onStick.get() : DevicesFolder.onPc(own, session);
        for (Optional<SendRequest> upload : errand.uploads(session.configuration(), onStick.isPresent())) {
            Collect collect = new Collect(errand.into(folder, upload), session);
            try {
                List<Problem> problems = new ArrayList<>(collect.run());
                return outcome(
                        collect.collected(), onStick.isPresent() && !rescued(collect, problems), problems, upload);
            } catch (ProblemException e) {
                if (!setBack.contains(e.problem())) {
                    setBack.add(e.problem());
                }
                if (!isOfSending(e.problem())) {
                    break;
                }
            }
        }
        return Outcome.ofNothing(setBack);
    }

    private Optional<Path> onStick() {
        try {
            return Optional.of(DevicesFolder.onStick(errand.stick()));
        } catch (IOException e) {
            session.messages()
                    .warning(
                            "stick-not-written",
                            errand.stick() + " takes no file: " + FileWords.of(e)
                                    + "; this PC's own disk is used instead");
            return Optional.empty();
        }
    }

    /** Tells whether the same run without sending could save the row. */
    private static boolean isOfSending(Problem problem) {
        return problem.id().startsWith("outbox-")
                || problem.id().startsWith("token-")
                || problem.id().equals("configuration-refused")
                || problem.id().equals("target-refused")
                || problem.id().equals("target-missing");
    }

    /** Saves on this PC where the stick took the first look and not the row: it is full, damaged, or was pulled. */
    private boolean rescued(Collect collect, List<Problem> problems) {
        Collected collected = collect.collected();
        if (collected.files().size() >= collected.rows().size()) {
            return false;
        }
        try {
            List<Problem> again = collect.writeInto(DevicesFolder.onPc(own, session));
            if (again.isEmpty()) {
                warnInstead(problems);
            }
            problems.addAll(again);
            return again.isEmpty();
        } catch (ProblemException e) {
            problems.add(e.problem());
            return false;
        }
    }

    private void warnInstead(List<Problem> problems) {
        for (Problem problem : List.copyOf(problems)) {
            if (problem.exit() == ExitCode.NOT_WRITTEN && problem.id().startsWith("output-")) {
                problems.remove(problem);
                session.messages().warning(problem.id(), problem.words());
            }
        }
    }

    private Outcome outcome(
            Collected collected, boolean onStick, List<Problem> problems, Optional<SendRequest> upload) {
        List<Path> files = new ArrayList<>();
        for (Path file : collected.files()) {
            if (file.startsWith(DevicesFolder.of(errand.stick())) == onStick) {
                files.add(file);
            }
        }
        if (upload.isEmpty()) {
            problems.addAll(setBack);
        } else {
            setBack.forEach(problem -> session.messages().warning(problem.id(), problem.words()));
        }
        boolean asked = upload.isPresent() || !setBack.isEmpty();
        return new Outcome(collected.rows(), files, onStick, sending(collected, asked), collected.code(), problems);
    }

    private static Outcome.Sending sending(Collected collected, boolean asked) {
        Optional<LastReceipt.State> sent = collected.sent();
        if (sent.isEmpty()) {
            return asked ? Outcome.Sending.IMPOSSIBLE : Outcome.Sending.NOT_ASKED;
        }
        return switch (sent.get()) {
            case RECEIVED -> Outcome.Sending.DELIVERED;
            case WAITING -> Outcome.Sending.WAITING;
            case REFUSED -> Outcome.Sending.REFUSED;
        };
    }
}
