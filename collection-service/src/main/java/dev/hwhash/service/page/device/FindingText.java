// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.device;

import dev.hwhash.device.check.Rule;
import java.util.List;
import java.util.Optional;

/**
 * A finding of {@code check} about a device, as a person reads it.
 *
 * @param id of the rule
 * @param title what is wrong
 * @param why why it matters
 * @param remedy what to do
 */
public record FindingText(String id, String title, String why, String remedy) {

    /** Behind it stands another device's number: a conflict, which is shown with that device. */
    private static final char OTHER = ':';

    /**
     * Reads a device's flags.
     *
     * @param flags ids of rules, and of other devices behind a colon
     * @return those about the device alone; an id of a later version has no words
     */
    static List<FindingText> of(List<String> flags) {
        return flags.stream()
                .filter(flag -> flag.indexOf(OTHER) < 0)
                .map(FindingText::of)
                .toList();
    }

    /** Returns the words of a rule. */
    static FindingText of(String id) {
        Optional<Rule> rule =
                Rule.all().stream().filter(each -> each.id().equals(id)).findFirst();
        return rule.map(known -> new FindingText(id, known.title(), known.why(), known.remedy()))
                .orElse(new FindingText(id, "", "", ""));
    }
}
