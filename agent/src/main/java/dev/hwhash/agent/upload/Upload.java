// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.configuration.Credentials;
import dev.hwhash.agent.schedule.TaskRequest;
import dev.hwhash.agent.schedule.UploadTask;
import dev.hwhash.uploader.outbox.OutboxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** One run of {@code hwhash upload}. Used once. */
public final class Upload {

    private final UploadRequest request;
    private final Session session;

    /**
     * Makes a run.
     *
     * @param request what was asked
     * @param session what it works with
     */
    public Upload(UploadRequest request, Session session) {
        this.request = request;
        this.session = session;
    }

    /**
     * Puts the rows of the files into the outbox, then sends what waits.
     *
     * @return which rows and reports were not delivered, and why
     * @throws ProblemException if nothing was sent
     */
    public List<Problem> run() throws ProblemException {
        session.deadline().busyWith(ExitCode.NOT_WRITTEN, "outbox-timeout", "the outbox was looked at");
        Sending sending = Sending.of(request.sending(), session);
        Optional<UploadTask> task = request.schedule() ? Optional.of(task(sending)) : Optional.empty();
        List<Problem> problems = new ArrayList<>();
        if (!request.files().isEmpty()) {
            sending.requireTarget();
            problems.addAll(new UploadRows(request, sending, session).add());
        }
        delay();
        problems.addAll(sending.send());
        if (task.isPresent()) {
            try {
                task.get().settle(somethingWaits(sending));
            } catch (ProblemException e) {
                problems.add(e.problem());
            }
        }
        return problems;
    }

    /** A task starts without the environment of whoever made it. */
    private UploadTask task(Sending way) throws ProblemException {
        if (!(way instanceof Dispatch dispatch)) {
            throw new ProblemException(
                    ExitCode.USAGE,
                    "schedule-target",
                    "--schedule is for a collection service; Intune and Partner Center are used from where somebody has"
                            + " signed in");
        }
        Optional<Credentials> credentials = dispatch.credentials();
        if (credentials.isPresent() && credentials.get().file().isEmpty()) {
            throw new ProblemException(
                    ExitCode.USAGE,
                    "schedule-secret",
                    "the token stands in the environment, which a task of Windows does not have; write it into a file"
                            + " and name it by --secret-file");
        }
        SendRequest asked = request.sending();
        TaskRequest repeated = new TaskRequest(
                dispatch.outbox().path(),
                asked.target(),
                request.configuration(),
                asked.secretFile(),
                asked.caFile(),
                asked.proxy());
        return UploadTask.of(repeated, session.program(), session);
    }

    private static boolean somethingWaits(Sending sending) throws ProblemException {
        try {
            return !sending.outbox().waiting().isEmpty();
        } catch (OutboxException e) {
            throw Dispatch.notWritten(e);
        }
    }

    /** Thousands of PCs that run the same task at the same minute do not come to the service together. */
    private void delay() {
        Duration most = request.startDelay();
        Duration left = session.deadline().remaining();
        long millis = Math.min(most.toMillis(), left.toMillis());
        if (millis <= 0) {
            return;
        }
        long chosen = ThreadLocalRandom.current().nextLong(millis);
        session.messages().detail("start-delayed", "waiting " + chosen + " ms before anything is sent");
        try {
            Thread.sleep(chosen);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
