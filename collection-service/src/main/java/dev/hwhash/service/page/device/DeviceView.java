// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.device;

import dev.hwhash.device.Field;
import dev.hwhash.service.approval.ApprovalView;
import dev.hwhash.service.page.Texts;
import dev.hwhash.service.page.approval.ApprovalForm;
import dev.hwhash.service.page.device.HashGroup.NamedValue;
import dev.hwhash.service.page.registration.RegistrationPart;
import dev.hwhash.service.search.DeviceDetails;
import dev.hwhash.service.search.DeviceSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A device as its page shows it. All texts of a device may hold anything; the template escapes them.
 *
 * @param details what is known
 * @param facts its values, with their names in words
 * @param findings what {@code check} says about it
 * @param conflicts other devices to compare it with
 * @param reports what came, the newest first
 * @param hash its newest hash, decoded; empty where no report had one
 * @param form by which somebody decides; empty where there is nothing to decide
 * @param registration what became of it at the target; empty where there is nothing to say
 */
public record DeviceView(
        DeviceDetails details,
        List<NamedValue> facts,
        List<FindingText> findings,
        List<ConflictLine> conflicts,
        List<ReportLine> reports,
        List<HashGroup> hash,
        Optional<ApprovalForm> form,
        Optional<RegistrationPart> registration) {

    /** Copies the lists. */
    public DeviceView {
        facts = List.copyOf(facts);
        findings = List.copyOf(findings);
        conflicts = List.copyOf(conflicts);
        reports = List.copyOf(reports);
        hash = List.copyOf(hash);
    }

    /** Puts a page together. */
    static DeviceView of(
            DeviceDetails details,
            Optional<ApprovalView> approval,
            Optional<RegistrationPart> registration,
            Texts texts) {
        DeviceSummary device = details.summary();
        return new DeviceView(
                details,
                facts(device, texts),
                FindingText.of(device.flags()),
                details.conflicts().stream().map(ConflictLine::of).toList(),
                details.reports().stream()
                        .map(report -> ReportLine.of(report, texts))
                        .toList(),
                details.hash().map(outline -> HashGroup.of(outline, texts)).orElse(List.of()),
                approval.map(ApprovalForm::new),
                registration);
    }

    /**
     * Returns its number.
     *
     * @return from 1
     */
    public long id() {
        return details.summary().id();
    }

    /**
     * Returns how people call it.
     *
     * @return its serial number; empty text where it has none
     */
    public String name() {
        return details.summary().facts().value(Field.SERIAL_NUMBER).orElse("");
    }

    /**
     * Returns where it stands.
     *
     * @return the state's name
     */
    public String state() {
        return details.summary().state().toString();
    }

    private static List<NamedValue> facts(DeviceSummary device, Texts texts) {
        List<NamedValue> facts = new ArrayList<>();
        device.facts()
                .values()
                .forEach((field, value) -> facts.add(new NamedValue(texts.of("field." + field.property()), value)));
        device.smbiosUuid().ifPresent(uuid -> facts.add(new NamedValue(texts.of("field.smbiosUuid"), uuid)));
        return facts;
    }
}
