// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.device.Format;
import dev.hwhash.device.check.Finding;
import dev.hwhash.device.check.Importer;
import dev.hwhash.device.check.RowCheck;
import dev.hwhash.device.check.Severity;
import dev.hwhash.device.check.ValueRule;
import dev.hwhash.device.table.DeviceRow;
import dev.hwhash.uploader.report.RegistrationTarget;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows a target takes. Immutable and thread-safe.
 *
 * @param needs the format without whose fields a row is not sent
 * @param importer whose rules a row must keep; empty: those of the target itself are enough
 */
public record RowRules(Format needs, Optional<Importer> importer) {

    /** A collection service says itself what is wrong. */
    public static final RowRules OF_A_SERVICE = new RowRules(Format.JSON, Optional.empty());

    /** Returns what a registration takes. */
    static RowRules of(RegistrationTarget.Kind kind) {
        return switch (kind) {
            case INTUNE -> new RowRules(Format.AUTOPILOT, Optional.of(Importer.INTUNE));
            case CORPORATE_IDENTIFIERS ->
                new RowRules(Format.CORPORATE_IDENTIFIERS, Optional.of(Importer.CORPORATE_IDENTIFIERS));
            case PARTNER_CENTER -> new RowRules(Format.PARTNER_CENTER, Optional.of(Importer.PARTNER_CENTER));
        };
    }

    /** Rules about the text of a file, which is not sent. */
    private static final Set<ValueRule> OF_THE_FILE = EnumSet.of(
            ValueRule.CELLS_TOO_FEW,
            ValueRule.CELLS_BLANK_TOO_MANY,
            ValueRule.CELLS_QUOTED,
            ValueRule.VALUE_COMMA,
            ValueRule.VALUE_QUOTE,
            ValueRule.VALUE_BLANKS);

    /** Returns why a row is not sent; empty where nothing is known against it. */
    Optional<String> refusal(DeviceRow row) {
        if (importer.isEmpty()) {
            return Optional.empty();
        }
        for (Finding finding : new RowCheck(importer.get()).check(row).findings()) {
            if (finding.severity() == Severity.ERROR && !isOfTheFile(finding)) {
                return Optional.of(finding.rule() + ": " + finding.message() + "; "
                        + finding.rule().remedy());
            }
        }
        return Optional.empty();
    }

    private static boolean isOfTheFile(Finding finding) {
        return finding.rule() instanceof ValueRule rule && OF_THE_FILE.contains(rule);
    }
}
