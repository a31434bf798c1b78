// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.GroupTagWarnings;
import dev.hwhash.agent.HashMark;
import dev.hwhash.agent.Messages;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run of {@code hwhash collect}. Used once. */
public final class Collect {

    private final CollectRequest request;
    private final Session session;
    private final Messages messages;
    private final Collected collected = new Collected();

    /**
     * Makes a run.
     *
     * @param request what was asked
     * @param session what it works with
     */
    public Collect(CollectRequest request, Session session) {
        this.request = request;
        this.session = session;
        this.messages = session.messages();
    }

    /**
     * Reads, checks and writes.
     *
     * @return what went wrong with single devices; the others are written
     * @throws ProblemException if nothing was written
     */
    public List<Problem> run() throws ProblemException {
        session.deadline().busyWith(ExitCode.NOT_WRITTEN, "output-timeout", "the output was looked at");
        new GroupTagWarnings(messages).look(request.given().value(Field.GROUP_TAG));
        requireFormatHolds();
        Target target = Target.of(request, session, collected);
        if (request.once() && isDone(target)) {
            return List.of();
        }
        Format format = target.probe();
        List<Problem> problems = new ArrayList<>();
        List<Candidate> candidates = source().read(format, problems);
        List<DeviceRecord> rows = new ArrayList<>();
        for (Candidate candidate : candidates) {
            noteDetail(candidate);
            CheckedDevice checked = DeviceCheck.check(candidate, format, request.strict());
            for (Problem warning : checked.warnings()) {
                messages.warning(warning.id(), warning.words());
            }
            problems.addAll(checked.problems());
            if (checked.damagedHash().isPresent()) {
                target.keepDamaged(checked.device(), checked.damagedHash().get());
            }
            if (checked.problems().isEmpty()) {
                rows.add(withGiven(checked.device()));
            }
        }
        write(target, rows, problems);
        return problems;
    }

    /**
     * Returns what has become of the devices, also after {@link #run} has thrown.
     *
     * @return goes on changing until the run is over
     */
    public Collected collected() {
        return collected;
    }

    /**
     * Writes the devices that were read into another folder, where the output of the request did not take them.
     *
     * @param folder exists; gets a file for each device
     * @return what went wrong with single devices
     * @throws ProblemException if nothing can be written there
     */
    public List<Problem> writeInto(Path folder) throws ProblemException {
        Target target = new FolderTarget(folder, request, session, collected);
        return target.write(SentTarget.held(collected.rows(), target.probe()));
    }

    /** Asks for what needs no elevation, and only then for the rest. */
    private boolean isDone(Target target) throws ProblemException {
        List<Candidate> candidates = source().read(Format.CORPORATE_IDENTIFIERS, new ArrayList<>());
        if (candidates.isEmpty()) {
            return false;
        }
        for (Candidate candidate : candidates) {
            DeviceRecord device = DeviceCheck.check(candidate, Format.CORPORATE_IDENTIFIERS, false)
                    .device();
            if (!target.hasAlready(device)) {
                return false;
            }
        }
        messages.note("already-received", "the service has this device already, so nothing is done");
        return true;
    }

    private void write(Target target, List<DeviceRecord> rows, List<Problem> problems) {
        if (rows.isEmpty()) {
            return;
        }
        collected.toWrite(rows);
        session.deadline().busyWith(ExitCode.NOT_WRITTEN, "output-timeout", "the output was written");
        try {
            problems.addAll(target.write(rows));
        } catch (ProblemException e) {
            problems.add(e.problem());
        }
    }

    private void noteDetail(Candidate candidate) {
        String hash = candidate.value(Field.HARDWARE_HASH);
        messages.detail(
                "device-read",
                candidate.place().orElse("this PC") + ": serial number \"" + candidate.value(Field.SERIAL_NUMBER)
                        + "\", hardware hash " + (hash.isEmpty() ? "none" : HashMark.of(hash)));
    }

    private Source source() {
        if (request.captures().isEmpty()) {
            return new PcSource(session, request.wmiTimeout(), request.oa3tool());
        }
        session.deadline().busyWith(ExitCode.INPUT_ERRORS, "capture-timeout", "captures were read");
        return new CaptureSource(request.captures(), request.ansi());
    }

    private DeviceRecord withGiven(DeviceRecord device) {
        return request.given().filledFrom(device);
    }

    private void requireFormatHolds() throws ProblemException {
        if (request.format().isEmpty()) {
            return;
        }
        Format format = request.format().get();
        for (Field field : request.given().values().keySet()) {
            if (!format.held().contains(field)) {
                throw new ProblemException(
                        ExitCode.USAGE,
                        "field-not-in-format",
                        "the format " + format + " has no column for the " + field.words());
            }
        }
    }
}
