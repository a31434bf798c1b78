// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import dev.hwhash.device.Field;
import java.util.HexFormat;

/** Looks at the characters of one cell, whatever it means. */
final class CellCheck {

    private static final char LOST = '\uFFFD';

    private CellCheck() {}

    /** Notes what is wrong with the characters of a value that is not plain. */
    static void check(Field field, String value, Findings findings) {
        String stripped = Blanks.strippedOf(value);
        if (stripped.length() < value.length()) {
            add(ValueRule.VALUE_BLANKS, field, value, "blanks stand around", findings);
        }
        if (startsFormula(value)) {
            add(ValueRule.VALUE_FORMULA, field, value, "a formula could begin", findings);
        }
        characters(field, stripped, findings);
    }

    private static void characters(Field field, String value, Findings findings) {
        if (value.indexOf(',') >= 0) {
            add(ValueRule.VALUE_COMMA, field, value, "a comma is in", findings);
        }
        if (value.indexOf('"') >= 0) {
            add(ValueRule.VALUE_QUOTE, field, value, "a quotation mark is in", findings);
        }
        int control = firstControl(value);
        if (control >= 0) {
            add(ValueRule.VALUE_CONTROL, field, value, "U+" + hex(value.charAt(control)) + " is in", findings);
        }
        if (value.indexOf(LOST) >= 0) {
            add(ValueRule.VALUE_CHARACTER_LOST, field, value, "U+FFFD is in", findings);
        } else if (isBeyondAscii(value)) {
            add(ValueRule.VALUE_BEYOND_ASCII, field, value, "a character beyond ASCII is in", findings);
        }
    }

    private static void add(ValueRule rule, Field field, String value, String what, Findings findings) {
        findings.add(rule, field, Shown.value(value), what + " the " + field.words() + " " + Shown.quoted(value));
    }

    /** Returns whether there is nothing odd about a value: one look at each character. */
    static boolean isPlain(String value) {
        int length = value.length();
        if (length == 0) {
            return true;
        }
        if (startsFormula(value) || value.charAt(0) == ' ' || value.charAt(length - 1) == ' ') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~' || c == ',' || c == '"') {
                return false;
            }
        }
        return true;
    }

    private static boolean startsFormula(String value) {
        char c = value.charAt(0);
        return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
    }

    private static int firstControl(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Blanks.isControl(value.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isBeyondAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > 0x7F) {
                return true;
            }
        }
        return false;
    }

    private static String hex(char c) {
        return HexFormat.of().withUpperCase().toHexDigits(c);
    }
}
