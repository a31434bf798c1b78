// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import dev.hwhash.device.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found on one line. Costs nothing where nothing is found. Not thread-safe. */
final class Findings {

    private final Importer importer;
    private final int line;
    private List<Finding> found = List.of();

    Findings(Importer importer, int line) {
        this.importer = importer;
        this.line = line;
    }

    /** Notes what is wrong with the line as a whole, unless the importer does not have the rule. */
    void add(Rule rule, String value, String message) {
        add(line, rule, Optional.empty(), value, message);
    }

    /** Notes what is wrong with a cell, unless the importer does not have the rule. */
    void add(Rule rule, Field field, String value, String message) {
        add(line, rule, Optional.of(field), value, message);
    }

    /** Notes what is wrong with another line, unless the importer does not have the rule. */
    void addAt(int otherLine, Rule rule, String value, String message) {
        add(otherLine, rule, Optional.empty(), value, message);
    }

    /** Returns whether the importer has the rule, where even the words would cost too much. */
    boolean hasRule(Rule rule) {
        return rule.severity(importer).isPresent();
    }

    Importer importer() {
        return importer;
    }

    List<Finding> found() {
        return found;
    }

    private void add(int where, Rule rule, Optional<Field> field, String value, String message) {
        Optional<Severity> severity = rule.severity(importer);
        if (severity.isEmpty()) {
            return;
        }
        if (found.isEmpty()) {
            found = new ArrayList<>();
        }
        found.add(new Finding(rule, severity.get(), Math.max(1, where), field, value, message, Optional.empty()));
    }
}
