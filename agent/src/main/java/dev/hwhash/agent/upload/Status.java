// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.device.check.Shown;
import dev.hwhash.uploader.outbox.LastReceipt;
import dev.hwhash.uploader.outbox.Listed;
import dev.hwhash.uploader.outbox.Outbox;
import dev.hwhash.uploader.outbox.OutboxException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One run of {@code hwhash status}: what the outbox holds, without touching it or the network. */
public final class Status {

    private final Optional<String> target;
    private final Optional<Path> folder;
    private final Session session;

    /**
     * Makes a run.
     *
     * @param target the one service of which to tell; empty: all
     * @param folder the outbox; empty: the usual one
     * @param session what it works with
     */
    public Status(Optional<String> target, Optional<Path> folder, Session session) {
        this.target = target;
        this.folder = folder;
        this.session = session;
    }

    /**
     * Tells on stdout.
     *
     * @throws ProblemException if the outbox cannot be read, the target is none, or stdout does not take it
     */
    public void run() throws ProblemException {
        session.deadline().busyWith(ExitCode.NOT_WRITTEN, "outbox-timeout", "the outbox was looked at");
        Optional<TargetName> only = target.isEmpty() ? Optional.empty() : Optional.of(TargetName.of(target.get()));
        Outbox outbox = OutboxFolder.toRead(folder, session);
        try {
            List<Listed> waiting = outbox.waiting();
            List<Listed> setAside = outbox.setAside();
            Optional<LastReceipt> receipt = outbox.lastReceipt().read();
            print(new StatusText(outbox.path(), only).of(waiting, setAside, receipt));
        } catch (OutboxException e) {
            throw Dispatch.notWritten(e);
        }
    }

    private void print(List<String> lines) throws ProblemException {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(Shown.ascii(line)).append(System.lineSeparator());
        }
        try {
            session.stdout().write(text.toString().getBytes(US_ASCII));
            session.stdout().flush();
        } catch (IOException e) {
            throw new ProblemException(
                    ExitCode.NOT_WRITTEN, "stdout-not-written", "stdout took no words: " + e.getMessage());
        }
    }
}
