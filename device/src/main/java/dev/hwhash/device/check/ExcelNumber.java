// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** What a spreadsheet makes of a serial number that looks like a number: {@code 00123} and {@code 1.23E+11}. */
final class ExcelNumber {

    /** A spreadsheet keeps 15 digits; those behind become zeros. */
    private static final int DIGITS_KEPT = 15;

    /** No spreadsheet has a number of more than 309 digits. */
    private static final int MOST_EXPONENT_DIGITS = 3;

    private ExcelNumber() {}

    /** Returns whether a spreadsheet shows the one for the other: the same number, with fewer digits. */
    static boolean isMade(String shown, String serialNumber) {
        if (shown.equals(serialNumber) || !isNumber(shown) || !isNumber(serialNumber)) {
            return false;
        }
        BigDecimal seen = number(shown);
        BigDecimal meant = number(serialNumber);
        if (isScientific(shown)) {
            return meant.round(new MathContext(seen.precision(), RoundingMode.HALF_UP))
                            .compareTo(seen)
                    == 0;
        }
        return seen.compareTo(meant) == 0
                || seen.compareTo(meant.round(new MathContext(DIGITS_KEPT, RoundingMode.DOWN))) == 0;
    }

    /** Returns whether a text is a number as a spreadsheet shows long ones, such as {@code 1.23E+11} or {@code 1,2E+11}. */
    static boolean isScientific(String text) {
        int e = text.indexOf("E+");
        return e > 0 && isNumber(text);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }

    /** Digits, with a decimal point or comma and an exponent where there are. */
    private static boolean isNumber(String text) {
        int at = digits(text, 0);
        if (at == 0) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
            int behind = digits(text, at + 1);
            if (behind == at + 1) {
                return false;
            }
            at = behind;
        }
        return at == text.length() || isExponent(text, at);
    }

    private static boolean isExponent(String text, int at) {
        if (text.charAt(at) != 'E' && text.charAt(at) != 'e') {
            return false;
        }
        boolean signed = at + 1 < text.length() && text.charAt(at + 1) == '+';
        int from = at + (signed ? 2 : 1);
        int digits = text.length() - from;
        return digits > 0 && digits <= MOST_EXPONENT_DIGITS && digits(text, from) == text.length();
    }

    /** Returns the index behind the digits that start there. */
    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
