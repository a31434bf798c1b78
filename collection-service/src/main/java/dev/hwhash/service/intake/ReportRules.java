// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import dev.hwhash.device.Field;
import dev.hwhash.device.check.Finding;
import dev.hwhash.device.check.HashRule;
import dev.hwhash.device.check.Rule;
import dev.hwhash.device.check.Severity;
import dev.hwhash.device.check.ValueRule;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which findings of {@code check} keep a report out, and which are only noted. A damaged hash is of no use to anybody.
 * A value that a spreadsheet would run, or that would cut a row in two, is never stored. Else an error of the importer
 * counts, except in manufacturer and model: firmware says "VMware, Inc.", and the export knows what to do with it; and
 * except a hash that holds no names, which is whole.
 */
final class ReportRules {

    private static final Set<HashRule> DAMAGED = EnumSet.of(
            HashRule.HASH_NOT_BASE64,
            HashRule.HASH_NOT_A_HASH,
            HashRule.HASH_CUT,
            HashRule.HASH_CHECKSUM,
            HashRule.HASH_RECORDS);

    private static final Set<ValueRule> DANGEROUS = EnumSet.of(ValueRule.VALUE_FORMULA, ValueRule.VALUE_CONTROL);

    private ReportRules() {}

    /** Returns why the report is refused, a damaged hash before all else. */
    static Optional<Refusal> refusal(List<Finding> findings) {
        Optional<Refusal> damaged = refusal(
                findings.stream().filter(finding -> isDamage(finding.rule())).toList(), RefusalKind.HASH_DAMAGED);
        return damaged.isPresent()
                ? damaged
                : refusal(findings.stream().filter(ReportRules::isBroken).toList(), RefusalKind.RULES_BROKEN);
    }

    /** Returns the ids of what is stored all the same and should be looked at, each once. */
    static List<String> flags(List<Finding> findings) {
        Set<String> flags = new LinkedHashSet<>();
        for (Finding finding : findings) {
            if (finding.severity() != Severity.NOTE) {
                flags.add(finding.rule().id());
            }
        }
        return List.copyOf(flags);
    }

    private static Optional<Refusal> refusal(List<Finding> broken, RefusalKind kind) {
        if (broken.isEmpty()) {
            return Optional.empty();
        }
        Set<String> rules = new LinkedHashSet<>();
        Set<String> words = new LinkedHashSet<>();
        for (Finding finding : broken) {
            rules.add(finding.rule().id());
            words.add(finding.message() + "; " + finding.rule().remedy());
        }
        return Optional.of(new Refusal(kind, String.join(". ", words), List.copyOf(rules)));
    }

    private static boolean isBroken(Finding finding) {
        Rule rule = finding.rule();
        if (rule instanceof ValueRule value && DANGEROUS.contains(value)) {
            return true;
        }
        boolean name = finding.field().equals(Optional.of(Field.MANUFACTURER))
                || finding.field().equals(Optional.of(Field.MODEL));
        return finding.severity() == Severity.ERROR && !name && rule != HashRule.HASH_WITHOUT_NAMES;
    }

    private static boolean isDamage(Rule rule) {
        return rule instanceof HashRule hash && DAMAGED.contains(hash);
    }
}
