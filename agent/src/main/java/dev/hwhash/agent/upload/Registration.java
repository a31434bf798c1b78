// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.agent.AgentVersion;
import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.GroupTagWarnings;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.ShortCode;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.Registrar.Depth;
import dev.hwhash.registration.retry.Deadline;
import dev.hwhash.registration.retry.Pace;
import dev.hwhash.uploader.http.UnusableSettingsException;
import dev.hwhash.uploader.outbox.LastReceipt;
import dev.hwhash.uploader.outbox.Outbox;
import dev.hwhash.uploader.outbox.OutboxException;
import dev.hwhash.uploader.registration.Registering;
import dev.hwhash.uploader.report.RegistrationTarget;
import dev.hwhash.uploader.report.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Devices on their way to Intune or Partner Center. */
final class Registration implements Sending {

    /** To tell what became of each device, on a slow PC too. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    /** Another run of hwhash on the same outbox sends the same devices. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SendRequest request;
    private final Session session;
    private final Registrars registrars;
    private final RegistrationTarget target;
    private final RowRules rules;
    private final Outbox outbox;
    private final WaitingDevices waiting;
    private final GroupTagWarnings tagWarnings;
    private Optional<Report> last = Optional.empty();
    private LastReceipt.State lastState = LastReceipt.State.WAITING;

    private Registration(SendRequest request, Session session, Registrars registrars, RowRules rules, Outbox outbox) {
        this.request = request;
        this.session = session;
        this.registrars = registrars;
        this.target = registrars.target();
        this.rules = rules;
        this.outbox = outbox;
        this.waiting = new WaitingDevices(outbox, target);
        this.tagWarnings = new GroupTagWarnings(session.messages());
    }

    static Registration of(RegistrationKind kind, SendRequest request, Session session) throws ProblemException {
        request.registration().requireSense(kind);
        Registrars registrars = Registrars.of(kind, request, session);
        Outbox outbox = OutboxFolder.toWrite(request.outbox(), session);
        RowRules rules = RowRules.of(registrars.target().kind());
        return new Registration(request, session, registrars, rules, outbox);
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public void requireTarget() {}

    @Override
    public RowRules rules() {
        return rules;
    }

    @Override
    public boolean hasReceived(DeviceRecord device) {
        return LastDevice.wasReceived(outbox, device, target, session.messages());
    }

    /** A device that waits there already, with the same facts, is not added again: that would send it twice. */
    @Override
    public void add(List<DeviceRecord> devices) throws ProblemException {
        List<Report> reports = new ArrayList<>();
        try {
            for (DeviceRecord device : devices) {
                DeviceRecord tagged = tagged(device);
                tagWarnings.look(tagged.value(Field.GROUP_TAG));
                if (waiting.add(tagged)) {
                    reports.add(Report.of(tagged, AgentVersion.ofThisProgram()));
                } else {
                    session.messages()
                            .note(
                                    "device-waits-already",
                                    "\"" + device.value(Field.SERIAL_NUMBER).orElse("") + "\" waits for " + target
                                            + " already and is not added again");
                }
            }
            outbox.add(reports, target);
        } catch (OutboxException e) {
            throw Dispatch.notWritten(e);
        }
        if (!reports.isEmpty()) {
            last = Optional.of(reports.get(reports.size() - 1));
        }
    }

    /** The name of a batch at Partner Center is the group tag of its devices. */
    private DeviceRecord tagged(DeviceRecord device) throws ProblemException {
        if (target.kind() != RegistrationTarget.Kind.PARTNER_CENTER) {
            return device;
        }
        DeviceRecord tagged = request.registration()
                .batch()
                .map(name -> device.with(Field.GROUP_TAG, name))
                .orElse(device);
        if (tagged.value(Field.GROUP_TAG).isEmpty()) {
            throw new ProblemException(
                    ExitCode.USAGE,
                    "batch-missing",
                    "\"" + device.value(Field.SERIAL_NUMBER).orElse("") + "\" has no group tag, and Partner Center"
                            + " takes devices in batches whose name is the group tag; name one by --batch");
        }
        return tagged;
    }

    @Override
    public List<Problem> send() {
        boolean wait = request.untilDone() || request.registration().waitForProfile();
        ExitCode late = wait ? ExitCode.WAIT_DEADLINE : ExitCode.NOT_REACHABLE;
        session.deadline()
                .busyWith(late, "upload-timeout", "devices were registered; what has no end is kept in the outbox");
        RegistrationEnds ends = new RegistrationEnds(session.messages(), target, outbox.path());
        List<Problem> problems = new ArrayList<>();
        try (registrars) {
            problems.addAll(run(wait ? Depth.ENDED : Depth.SENT, late, ends));
            remember(ends);
        } catch (OutboxException e) {
            problems.add(Dispatch.notWritten(e).problem());
        } catch (UnusableSettingsException e) {
            problems.add(new Problem(ExitCode.USAGE, "settings-refused", e.getMessage()));
        } catch (ProblemException e) {
            problems.add(e.problem());
        }
        return problems;
    }

    private List<Problem> run(Depth depth, ExitCode late, RegistrationEnds ends)
            throws OutboxException, UnusableSettingsException, ProblemException {
        Deadline deadline = new Deadline(beforeLastWords(), Pace.SYSTEM);
        Duration patience = deadline.left().compareTo(PATIENCE) < 0 ? deadline.left() : PATIENCE;
        Registering.Ended ended =
                new Registering(outbox, target).run(registrars.registrar(), depth, deadline, patience, ends::accept);
        if (ended instanceof Registering.Ended.Busy busy) {
            return List.of(new Problem(late, "outbox-busy", busy.words()));
        }
        List<Problem> problems = ends.report(((Registering.Ended.Done) ended).left());
        if (request.registration().waitForProfile()) {
            List<Problem> both = new ArrayList<>(problems);
            both.addAll(registrars.waitForProfiles(ends.deviceIds(), deadline));
            return both;
        }
        return problems;
    }

    private Duration beforeLastWords() {
        Duration left = session.deadline().remaining();
        Duration shorter = left.minus(LAST_WORDS);
        return shorter.compareTo(LAST_WORDS) < 0 ? left : shorter;
    }

    private void remember(RegistrationEnds ends) throws OutboxException {
        if (last.isEmpty()) {
            return;
        }
        Optional<Fate> fate = ends.fate(last.get().id());
        if (fate.isPresent()) {
            lastState = fate.get() instanceof Fate.Refused ? LastReceipt.State.REFUSED : LastReceipt.State.RECEIVED;
        }
        LastDevice.remember(outbox, last.get(), target, lastState);
    }

    @Override
    public LastReceipt.State lastState() {
        return lastState;
    }

    /** Neither Intune nor Partner Center knows codes of ours. */
    @Override
    public Optional<ShortCode> lastCode() {
        return Optional.empty();
    }
}
