// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that an importer asks of a file, told apart by what it is about. Each rule has a stable id, by which scripts
 * know it. Immutable and thread-safe.
 */
public sealed interface Rule permits FileRule, ValueRule, HashRule, DeviceRule {

    /**
     * Returns every rule.
     *
     * @return an immutable list: of files, values, hashes, devices
     */
    static List<Rule> all() {
        List<Rule> all = new ArrayList<>();
        all.addAll(List.of(FileRule.values()));
        all.addAll(List.of(ValueRule.values()));
        all.addAll(List.of(HashRule.values()));
        all.addAll(List.of(DeviceRule.values()));
        return List.copyOf(all);
    }

    /**
     * Returns the name of the constant.
     *
     * @return in capitals
     */
    String name();

    /**
     * Returns what the rule says.
     *
     * @return its words and severities
     */
    RuleText text();

    /**
     * Returns the name by which scripts know the rule. It never changes.
     *
     * @return lower-case words with hyphens
     */
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns how much the rule matters.
     *
     * @param importer who shall take the file
     * @return empty where that importer does not have the rule
     */
    default Optional<Severity> severity(Importer importer) {
        return text().severities().in(importer);
    }

    /**
     * Returns what is wrong.
     *
     * @return one sentence
     */
    default String title() {
        return text().title();
    }

    /**
     * Returns why it matters.
     *
     * @return a reason and who says so
     */
    default String why() {
        return text().why();
    }

    /**
     * Returns what to do.
     *
     * @return words that fit behind a semicolon
     */
    default String remedy() {
        return text().remedy();
    }
}
