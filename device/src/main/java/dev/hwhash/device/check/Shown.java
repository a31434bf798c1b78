// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What may be shown of a value: ASCII, on one line, and never a hash or a piece of one. */
public final class Shown {

    /** A serial number of VMware has 54 characters, and blanks; no piece of a hash that is shorter tells much. */
    private static final int LONGEST_WORD = 32;

    /** Base64 of {@code OA}. A serial number may begin so, too. */
    private static final String START_OF_A_HASH = "T0";

    private static final int LONGEST_START = 16;

    private static final int LONGEST = 200;

    private Shown() {}

    /**
     * Returns text in ASCII.
     *
     * @param text any text
     * @return the text with each other character as <code>&#92;u00E9</code>, so that no line ends in it
     */
    public static String ascii(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c <= '~') {
                ascii.append(c);
            } else {
                ascii.append("\\u").append(HexFormat.of().withUpperCase().toHexDigits(c));
            }
        }
        return ascii.toString();
    }

    /** Returns the value, or the mark of one that may be a hash or a piece of one. */
    static String value(String value) {
        return mayBeOfAHash(value) ? mark(value) : value;
    }

    /** Returns the value in quotes and in ASCII, or the mark of one that may be a hash or a piece of one. */
    static String quoted(String value) {
        return mayBeOfAHash(value) ? "(" + mark(value) + ")" : "\"" + ascii(value) + "\"";
    }

    /** Returns by what a hash is known again without being told: its length and the start of its SHA-256. */
    static String mark(String hash) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(hash.getBytes(StandardCharsets.UTF_8));
            return hash.length() + " characters, SHA-256 "
                    + HexFormat.of().formatHex(digest).substring(0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static boolean mayBeOfAHash(String value) {
        int start = 0;
        for (int i = 0; i < value.length(); i++) {
            if (!isBase64(value.charAt(i))) {
                start = i + 1;
            } else if (i - start >= (value.startsWith(START_OF_A_HASH, start) ? LONGEST_START : LONGEST_WORD)) {
                return true;
            }
        }
        return value.length() > LONGEST;
    }

    private static boolean isBase64(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/'
                || c == '=';
    }
}
