// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import java.util.Locale;

/** The tables of docs/rules.md as the rules have them. */
final class RulesDocument {

    private RulesDocument() {}

    static String table(Rule[] rules) {
        StringBuilder table = new StringBuilder("| id |");
        for (Importer importer : Importer.values()) {
            table.append(' ').append(importer).append(" |");
        }
        table.append(" what it means | what to do | why |\n|---|---|---|---|---|---|---|---|\n");
        for (Rule rule : rules) {
            table.append(row(rule)).append('\n');
        }
        return table.toString();
    }

    private static String row(Rule rule) {
        StringBuilder row = new StringBuilder("| `" + rule.id() + "` |");
        for (Importer importer : Importer.values()) {
            row.append(' ')
                    .append(rule.severity(importer).map(Severity::toString).orElse("-"))
                    .append(" |");
        }
        String remedy = rule.remedy().substring(0, 1).toUpperCase(Locale.ROOT)
                + rule.remedy().substring(1);
        return row + " " + rule.title() + " | " + remedy + ". | " + rule.why() + " |";
    }
}
