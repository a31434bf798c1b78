// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.OperatingSystem;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.collector.AutopilotRegistration;
import dev.hwhash.collector.PcReader;
import dev.hwhash.collector.Reading;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.hash.DamagedHash;
import dev.hwhash.device.hash.HardwareHash;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the PC that hwhash runs on. */
final class PcSource implements Source {

    private static final Set<Field> READABLE =
            EnumSet.of(Field.SERIAL_NUMBER, Field.MANUFACTURER, Field.MODEL, Field.HARDWARE_HASH);

    private final Session session;
    private final Duration wmiTimeout;
    private final Optional<Path> oa3tool;

    PcSource(Session session, Duration wmiTimeout, Optional<Path> oa3tool) {
        this.session = session;
        this.wmiTimeout = wmiTimeout;
        this.oa3tool = oa3tool;
    }

    @Override
    public List<Candidate> read(Format format, List<Problem> problems) throws ProblemException {
        if (!OperatingSystem.isWindows()) {
            throw new ProblemException(
                    ExitCode.NO_HASH, "not-windows", "this is not Windows; give captures of PCs with --from");
        }
        noteRegistration();
        session.deadline().busyWith(ExitCode.WMI_FAILED, "wmi-timeout", "WMI was asked");
        Set<Field> asked = EnumSet.copyOf(READABLE);
        asked.retainAll(format.held());
        Reading reading = PcReader.ofThisPc().read(asked, patience(), PcSource::damaged);
        if (reading.hung()) {
            session.setHung();
        }
        PcAnswers answers = PcAnswers.ofWmi(reading.answers());
        if (!answers.complete()) {
            answers = new Oa3Source(session, oa3tool).completed(answers);
        }
        DeviceRecord known = DeviceRecord.EMPTY.with(Field.SOURCE, answers.source());
        if (format.held().contains(Field.COLLECTED_AT)) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            known = known.with(Field.COLLECTED_AT, now.toString());
        }
        return List.of(new Candidate(Optional.empty(), answers.answers(), known));
    }

    /** Half of the time is the tool's where one is named: a WMI that hangs would leave it none. */
    private Duration patience() {
        Duration left = session.deadline().remaining();
        Duration share = oa3tool.isPresent() ? left.dividedBy(2) : left;
        return share.compareTo(wmiTimeout) < 0 ? share : wmiTimeout;
    }

    private static boolean damaged(String text) {
        return HardwareHash.read(text) instanceof DamagedHash;
    }

    private void noteRegistration() {
        Optional<AutopilotRegistration> registration = AutopilotRegistration.ofThisPc();
        if (registration.isPresent()) {
            String tenant = registration
                    .get()
                    .tenantDomain()
                    .or(registration.get()::tenantId)
                    .orElse("a tenant");
            session.messages()
                    .note("already-registered", "Windows says that this PC is registered to " + tenant + " already");
        }
    }
}
