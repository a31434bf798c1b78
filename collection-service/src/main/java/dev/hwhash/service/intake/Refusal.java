// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import java.util.List;

/**
 * A report that is not taken, with the reason.
 *
 * @param kind the reason, for code
 * @param detail the reason in words, with what was seen; never a hash
 * @param rules ids of the rules of {@code check} that are broken; empty where it is not about rules
 */
public record Refusal(RefusalKind kind, String detail, List<String> rules) {

    /** Copies the list. */
    public Refusal {
        rules = List.copyOf(rules);
    }

    /**
     * Makes one that is not about rules.
     *
     * @param kind the reason
     * @param detail the reason in words
     * @return a refusal without rules
     */
    public static Refusal of(RefusalKind kind, String detail) {
        return new Refusal(kind, detail, List.of());
    }
}
