// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.check.CheckedRow;
import dev.hwhash.device.check.Importer;
import dev.hwhash.device.check.RowCheck;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.hash.HashReading;
import dev.hwhash.device.table.DeviceRow;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Judges a report by its body: a pure function. A report with a hash is judged as a row for Intune, one without as a row
 * for Partner Center, the only importer that takes it: it needs a product ID, or serial number, manufacturer and model.
 */
public final class Intake {

    private static final RowCheck WITH_HASH = new RowCheck(Importer.INTUNE);
    private static final RowCheck WITHOUT_HASH = new RowCheck(Importer.PARTNER_CENTER);

    private Intake() {}

    /**
     * Judges a body.
     *
     * @param id the report's id
     * @param body inflated, at most 64 KB
     * @return the report, or why it is refused
     */
    public static Judgement judge(UUID id, byte[] body) {
        try {
            return judge(id, ContentHash.of(body), BodyReader.read(body));
        } catch (MalformedException e) {
            return refused(Refusal.of(
                    RefusalKind.MALFORMED,
                    "the body is no report: " + e.getMessage() + "; send what openapi.yaml describes"));
        }
    }

    private static Judgement judge(UUID id, ContentHash content, Message message) {
        Optional<HashReading> reading =
                message.device().value(Field.HARDWARE_HASH).map(HardwareHash::read);
        Optional<HardwareHash> hash =
                reading.filter(HardwareHash.class::isInstance).map(HardwareHash.class::cast);
        DeviceRecord device = hash.isPresent() ? NamesOfHash.filled(message.device(), hash.get()) : message.device();
        CheckedRow row = check(device);
        Optional<Refusal> refusal = ReportRules.refusal(row.findings());
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        List<String> flags = ReportRules.flags(row.findings());
        return new Judgement.Accepted(new Report(
                id,
                content,
                message.agentVersion(),
                message.collectedAt(),
                message.source(),
                device,
                row.identity(),
                hash.flatMap(HardwareHash::capture),
                flags));
    }

    /**
     * Judges facts that are stored, with the group tag and the user that somebody gave them, as if a report had them.
     *
     * @param device what would be registered, with the text of its hash
     * @return why no report with these facts would be taken, in words; empty where one would
     */
    public static Optional<String> lack(DeviceRecord device) {
        return ReportRules.refusal(check(device).findings()).map(Refusal::detail);
    }

    private static CheckedRow check(DeviceRecord device) {
        RowCheck check = device.value(Field.HARDWARE_HASH).isPresent() ? WITH_HASH : WITHOUT_HASH;
        return check.check(DeviceRow.of(1, device));
    }

    private static Judgement refused(Refusal refusal) {
        return new Judgement.Refused(refusal);
    }
}
