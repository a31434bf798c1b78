// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody before a PC reads out, so that somebody else finds the report of this PC in the collection service: the
 * first 40 bits of the report's random UUID in Crockford's base 32. Both ends make it of the report's id alone. Two
 * reports may share a code, one in 10<sup>12</sup> does; so it finds reports and proves nothing. Immutable and
 * thread-safe.
 *
 * @param text eight letters and digits in upper case, without I, L, O and U
 * @see <a href="https://www.crockford.com/base32.html">Base 32, by Douglas Crockford</a>
 */
public record ShortCode(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final int BITS = 5;
    /** How many of a UUID's 64 upper bits a code leaves out. */
    private static final int BEHIND = 24;

    /** Refuses what {@link #of} would not make. */
    public ShortCode {
        if (text.length() != LENGTH || number(text) < 0) {
            throw new IllegalArgumentException("no short code: " + text);
        }
    }

    /**
     * Returns the code of a report.
     *
     * @param reportId made by its sender
     * @return the same at each call
     */
    public static ShortCode of(UUID reportId) {
        long bits = reportId.getMostSignificantBits() >>> BEHIND;
        char[] text = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) (bits & (ALPHABET.length() - 1)));
            bits >>>= BITS;
        }
        return new ShortCode(new String(text));
    }

    /**
     * Reads a code as people type it: in any case, with hyphens and blanks or without, O for zero, I and L for one.
     *
     * @param typed any text
     * @return empty where it is none
     */
    public static Optional<ShortCode> read(String typed) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (char c : typed.toUpperCase(Locale.ROOT).toCharArray()) {
            if (c != '-' && c != ' ' && text.length() <= LENGTH) {
                text.append(c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c);
            }
        }
        String read = text.toString();
        return read.length() == LENGTH && number(read) >= 0 ? Optional.of(new ShortCode(read)) : Optional.empty();
    }

    /**
     * Returns how the UUIDs of all reports with this code begin.
     *
     * @return ten digits in lower case, with the hyphen between
     */
    public String uuidStart() {
        String digits = String.format(Locale.ROOT, "%010x", number(text));
        return digits.substring(0, 8) + "-" + digits.substring(8);
    }

    private static long number(String text) {
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return -1;
            }
            number = number << BITS | digit;
        }
        return number;
    }

    /** Returns the code as it is shown: two groups of four. */
    @Override
    public String toString() {
        return text.substring(0, LENGTH / 2) + "-" + text.substring(LENGTH / 2);
    }
}
