// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

/** Characters that nobody sees at the ends of a value: blanks, line breaks, marks of byte order and of direction. */
final class Blanks {

    private Blanks() {}

    /** Returns the value without those at its ends; the same string where there are none. */
    static String strippedOf(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isUnseen(value.charAt(from))) {
            from++;
        }
        while (from < to && isUnseen(value.charAt(to - 1))) {
            to--;
        }
        return from == 0 && to == value.length() ? value : value.substring(from, to);
    }

    /** Returns the value without any of them. */
    static String removedFrom(String value) {
        StringBuilder seen = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            if (!isUnseen(value.charAt(i))) {
                seen.append(value.charAt(i));
            }
        }
        return seen.toString();
    }

    static boolean isUnseen(char c) {
        if (c > ' ' && c <= '~') {
            return false;
        }
        return c == ' ' || Character.isSpaceChar(c) || isControl(c);
    }

    /** Also the marks of order and direction, which a page or a chat leaves in what is copied. */
    static boolean isControl(char c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }
}
