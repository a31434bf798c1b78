// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import dev.hwhash.device.Field;
import dev.hwhash.device.table.FileLayout;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares a header with the importer's. Used for one file. */
final class HeaderCheck {

    private final FileLayout layout;
    private final Map<Field, Integer> places;
    private final List<ImportColumn> columns;
    private final Findings findings;
    private final Set<Field> seen = EnumSet.noneOf(Field.class);
    private final List<Integer> order = new ArrayList<>();

    private HeaderCheck(FileLayout layout, Map<Field, Integer> places, Findings findings) {
        this.layout = layout;
        this.places = places;
        this.columns = findings.importer().columns(places.keySet());
        this.findings = findings;
    }

    /** Notes what the header does not have as the importer names it; places are those of the fields that were known. */
    static void check(FileLayout layout, Map<Field, Integer> places, Findings findings) {
        HeaderCheck check = new HeaderCheck(layout, places, findings);
        for (int i = 0; i < layout.header().size(); i++) {
            check.name(i, layout.header().get(i));
        }
        check.missing();
        check.order();
    }

    private void name(int place, String name) {
        Optional<ImportColumn> column = column(place, name);
        if (column.isEmpty()) {
            String what = name.isBlank() ? "a column without a name" : "the column " + Shown.quoted(name);
            add(
                    FileRule.COLUMN_EXTRA,
                    name,
                    what + " is none of " + findings.importer().label() + "'s");
            return;
        }
        if (!seen.add(column.get().field())) {
            add(FileRule.COLUMN_REPEATED, name, "the column " + Shown.quoted(name) + " comes again");
            return;
        }
        order.add(columns.indexOf(column.get()));
        if (!column.get().names().contains(name)) {
            FileRule rule = isNamedButForCase(column.get(), name) ? FileRule.HEADER_CASE : FileRule.HEADER_NAME;
            String letters = "; to the letter it is " + column.get().name();
            add(rule, name, "the column is named " + Shown.quoted(name) + letters);
        }
    }

    private Optional<ImportColumn> column(int place, String name) {
        for (ImportColumn column : columns) {
            if (isNamedButForCase(column, name)) {
                return Optional.of(column);
            }
        }
        for (ImportColumn column : columns) {
            if (Integer.valueOf(place).equals(places.get(column.field()))) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    private static boolean isNamedButForCase(ImportColumn column, String name) {
        for (String taken : column.names()) {
            if (taken.equalsIgnoreCase(Blanks.strippedOf(name))) {
                return true;
            }
        }
        return false;
    }

    private void missing() {
        for (ImportColumn column : columns) {
            if (!seen.contains(column.field()) && column.need() != ImportColumn.Need.OPTIONAL) {
                boolean needed = column.need() == ImportColumn.Need.NEEDED;
                add(
                        needed ? FileRule.COLUMN_MISSING : FileRule.COLUMN_LEFT_OUT,
                        "",
                        "the column " + column.name() + " is missing");
            }
        }
    }

    private void order() {
        for (int i = 1; i < order.size(); i++) {
            if (order.get(i) < order.get(i - 1)) {
                String name = columns.get(order.get(i)).name();
                add(FileRule.COLUMN_ORDER, name, "the column " + name + " stands behind one that follows it");
                return;
            }
        }
    }

    private void add(FileRule rule, String value, String message) {
        findings.addAt(layout.headerLine(), rule, Shown.value(value), message);
    }
}
