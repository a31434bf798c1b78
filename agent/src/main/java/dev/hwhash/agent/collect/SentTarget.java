// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.upload.SendRequest;
import dev.hwhash.agent.upload.Sending;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows that go to the service, and also to an output where one was named. */
final class SentTarget implements Target {

    private final Sending sending;
    private final Optional<Target> beside;
    private final Session session;
    private final Collected collected;
    private Format written = Format.JSON;

    private SentTarget(Sending sending, Optional<Target> beside, Session session, Collected collected) {
        this.sending = sending;
        this.beside = beside;
        this.session = session;
        this.collected = collected;
    }

    /** Returns the target; nothing goes to stdout. */
    static SentTarget of(SendRequest upload, CollectRequest request, Session session, Collected collected)
            throws ProblemException {
        Optional<Target> beside = request.output().isPresent()
                ? Optional.of(Target.ofOutput(request, session, collected))
                : Optional.empty();
        return new SentTarget(Sending.of(upload, session), beside, session, collected);
    }

    /** Whatever the output is, a service gets all that there is to know; others what they need. */
    @Override
    public Format probe() throws ProblemException {
        if (beside.isPresent()) {
            written = beside.get().probe();
            return Format.JSON;
        }
        return sending.rules().needs();
    }

    @Override
    public boolean hasAlready(DeviceRecord device) throws ProblemException {
        return sending.hasReceived(device);
    }

    /** An outbox that takes nothing does not keep the row from its file, nor the other way round. */
    @Override
    public List<Problem> write(List<DeviceRecord> rows) throws ProblemException {
        List<Problem> problems = new ArrayList<>();
        if (beside.isPresent()) {
            try {
                problems.addAll(beside.get().write(held(rows, written)));
            } catch (ProblemException e) {
                problems.add(e.problem());
            }
        }
        try {
            sending.add(rows);
        } catch (ProblemException e) {
            problems.add(e.problem());
            return problems;
        }
        collected.sent(sending.lastState(), sending.lastCode());
        problems.addAll(sending.send());
        collected.sent(sending.lastState(), sending.lastCode());
        return problems;
    }

    /** Returns what a format has a place for. */
    static List<DeviceRecord> held(List<DeviceRecord> rows, Format format) {
        List<DeviceRecord> held = new ArrayList<>();
        for (DeviceRecord row : rows) {
            DeviceRecord device = row;
            for (Field field : row.values().keySet()) {
                device = format.held().contains(field) ? device : device.with(field, "");
            }
            held.add(device);
        }
        return held;
    }

    @Override
    public void keepDamaged(DeviceRecord device, String hash) {
        if (beside.isPresent()) {
            beside.get().keepDamaged(device, hash);
        } else {
            Target.noteNotKept(session);
        }
    }
}
