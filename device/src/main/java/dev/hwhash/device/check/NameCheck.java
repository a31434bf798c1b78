// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import dev.hwhash.device.Field;
import dev.hwhash.device.SerialNumber;
import dev.hwhash.device.hash.HardwareHash;
import java.util.Optional;
import java.util.Set;

/** Looks at what a row calls its device, and at what the hash calls it. */
final class NameCheck {

    private static final int PRODUCT_ID_DIGITS = 13;

    private NameCheck() {}

    static void check(RowFacts facts, Findings findings) {
        for (int name = 0; name < RowFacts.NAMES; name++) {
            String cell = facts.cell(name);
            String inHash = facts.inHash(name);
            Field field = RowFacts.VALUES[name];
            if (cell.isEmpty()) {
                missing(field, facts, findings);
            } else if (!inHash.isEmpty() && !inHash.equals(cell)) {
                differs(field, cell, inHash, findings);
            }
            if (cell.indexOf('.') >= 0) {
                boolean serial = field == Field.SERIAL_NUMBER;
                add(serial ? ValueRule.SERIAL_PERIOD : ValueRule.NAME_PERIOD, field, cell, " holds a period", findings);
            }
        }
        serialNumber(facts, findings);
        if (!facts.productId().isEmpty()) {
            productId(facts.productId(), facts.hash(), findings);
        }
    }

    /** Most files have no column for the names, so that it must cost nothing where nobody asks for them. */
    private static void missing(Field field, RowFacts facts, Findings findings) {
        ValueRule rule = switch (field) {
            case SERIAL_NUMBER -> ValueRule.SERIAL_MISSING;
            case MANUFACTURER -> ValueRule.MANUFACTURER_MISSING;
            default -> ValueRule.MODEL_MISSING;
        };
        if (findings.hasRule(rule) && takes(field, findings.importer(), facts.held())) {
            findings.add(rule, field, "", "the row has no " + field.words());
        }
    }

    /** Managed Desktop also takes a file without the names. */
    private static boolean takes(Field field, Importer importer, Set<Field> held) {
        for (ImportColumn column : importer.columns(held)) {
            if (column.field() == field) {
                return true;
            }
        }
        return false;
    }

    private static void differs(Field field, String cell, String inHash, Findings findings) {
        ValueRule rule = switch (field) {
            case SERIAL_NUMBER ->
                ExcelNumber.isMade(cell, inHash) ? ValueRule.SERIAL_MANGLED : ValueRule.SERIAL_DIFFERS;
            case MANUFACTURER -> ValueRule.MANUFACTURER_DIFFERS;
            default -> ValueRule.MODEL_DIFFERS;
        };
        add(rule, field, cell, butInHash(inHash), findings);
    }

    private static void serialNumber(RowFacts facts, Findings findings) {
        String serial = facts.serialNumber();
        if (!serial.isEmpty() && SerialNumber.isPlaceholder(serial)) {
            add(ValueRule.SERIAL_PLACEHOLDER, Field.SERIAL_NUMBER, serial, " is a placeholder", findings);
        }
        if (facts.inHash(0).isEmpty() && ExcelNumber.isScientific(serial)) {
            add(ValueRule.SERIAL_MANGLED, Field.SERIAL_NUMBER, serial, " was a number to Excel", findings);
        }
    }

    private static void productId(String id, Optional<HardwareHash> hash, Findings findings) {
        if (!isProductId(id)) {
            add(ValueRule.PRODUCT_ID_FORM, Field.WINDOWS_PRODUCT_ID, id, " has not 13 digits", findings);
            return;
        }
        String inHash = hash.isPresent() ? hash.get().productKeyId().orElse("") : "";
        if (!inHash.isEmpty() && !inHash.equals(id)) {
            add(ValueRule.PRODUCT_ID_DIFFERS, Field.WINDOWS_PRODUCT_ID, id, butInHash(inHash), findings);
        }
    }

    private static boolean isProductId(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') {
                return false;
            }
        }
        return id.length() == PRODUCT_ID_DIGITS;
    }

    private static String butInHash(String inHash) {
        return ", but " + Shown.quoted(inHash) + " inside the hardware hash";
    }

    private static void add(ValueRule rule, Field field, String value, String what, Findings findings) {
        findings.add(
                rule,
                field,
                Shown.value(value),
                "the " + field.words() + (what.startsWith(",") ? " is " : " ") + Shown.quoted(value) + what);
    }
}
