// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import dev.hwhash.device.Field;
import dev.hwhash.device.SerialNumber;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.table.DeviceRow;
import java.util.Optional;

/** Looks at what a row calls its device, and at what the hash calls it. */
final class NameCheck {

    private static final int PRODUCT_ID_DIGITS = 13;

    private NameCheck() {}

    static void check(DeviceRow row, Optional<HardwareHash> hash, Findings findings) {
        serialNumber(
                Blanks.strippedOf(row.value(Field.SERIAL_NUMBER)),
                hash.isPresent() ? text(hash.get().serialNumber()) : "",
                findings);
        name(Field.MANUFACTURER, row, hash.isPresent() ? text(hash.get().manufacturer()) : "", findings);
        name(Field.MODEL, row, hash.isPresent() ? text(hash.get().productName()) : "", findings);
        productId(Blanks.strippedOf(row.value(Field.WINDOWS_PRODUCT_ID)), hash, findings);
    }

    private static void serialNumber(String serial, String inHash, Findings findings) {
        if (serial.isEmpty()) {
            findings.add(ValueRule.SERIAL_MISSING, Field.SERIAL_NUMBER, "", "the row has no serial number");
            return;
        }
        if (SerialNumber.isPlaceholder(serial)) {
            add(ValueRule.SERIAL_PLACEHOLDER, Field.SERIAL_NUMBER, serial, " is a placeholder", findings);
        }
        if (serial.indexOf('.') >= 0) {
            add(ValueRule.SERIAL_PERIOD, Field.SERIAL_NUMBER, serial, " holds a period", findings);
        }
        if (inHash.isEmpty()) {
            if (ExcelNumber.isScientific(serial)) {
                add(ValueRule.SERIAL_MANGLED, Field.SERIAL_NUMBER, serial, " was a number to Excel", findings);
            }
        } else if (!serial.equals(inHash)) {
            boolean mangled = ExcelNumber.isMade(serial, inHash);
            ValueRule rule = mangled ? ValueRule.SERIAL_MANGLED : ValueRule.SERIAL_DIFFERS;
            add(rule, Field.SERIAL_NUMBER, serial, butInHash(inHash), findings);
        }
    }

    private static void name(Field field, DeviceRow row, String inHash, Findings findings) {
        boolean model = field == Field.MODEL;
        String name = Blanks.strippedOf(row.value(field));
        if (name.isEmpty()) {
            ValueRule rule = model ? ValueRule.MODEL_MISSING : ValueRule.MANUFACTURER_MISSING;
            findings.add(rule, field, "", "the row has no " + field.words());
            return;
        }
        if (name.indexOf('.') >= 0) {
            add(ValueRule.NAME_PERIOD, field, name, " holds a period", findings);
        }
        if (!inHash.isEmpty() && !inHash.equals(name)) {
            add(
                    model ? ValueRule.MODEL_DIFFERS : ValueRule.MANUFACTURER_DIFFERS,
                    field,
                    name,
                    butInHash(inHash),
                    findings);
        }
    }

    private static void productId(String id, Optional<HardwareHash> hash, Findings findings) {
        if (id.isEmpty()) {
            return;
        }
        if (!isProductId(id)) {
            add(ValueRule.PRODUCT_ID_FORM, Field.WINDOWS_PRODUCT_ID, id, " has not 13 digits", findings);
            return;
        }
        String inHash = hash.isPresent() ? text(hash.get().productKeyId()) : "";
        if (!inHash.isEmpty() && !inHash.equals(id)) {
            add(ValueRule.PRODUCT_ID_DIFFERS, Field.WINDOWS_PRODUCT_ID, id, butInHash(inHash), findings);
        }
    }

    /** Returns whether a text can be a product key ID. */
    static boolean isProductId(String id) {
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

    private static String text(Optional<String> inHash) {
        return inHash.isPresent() ? Blanks.strippedOf(inHash.get()) : "";
    }
}
