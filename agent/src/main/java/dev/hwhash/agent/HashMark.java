// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a message may say of a hash: enough to know it again, too little to identify the device. */
public final class HashMark {

    private HashMark() {}

    /**
     * Returns the mark of a hash.
     *
     * @param text a hash, damaged or not
     * @return its length and the first 8 digits of its SHA-256
     */
    public static String of(String text) {
        return text.length() + " characters, SHA-256 " + digits(text);
    }

    /**
     * Returns the beginning of a text's SHA-256.
     *
     * @param text any text
     * @return 8 digits
     */
    public static String digits(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /**
     * Returns words with the mark in the place of each hash: one may come in a file name or from the system.
     *
     * @param words for a message or an output
     * @return the words, without what looks like a hash
     */
    public static String masked(String words) {
        // No match without this, and to build the pattern takes longer than all else that a message does.
        boolean mayHold = words.contains("T0") || words.length() >= 200;
        return mayHold ? HashText.PATTERN.matcher(words).replaceAll(HashMark::mask) : words;
    }

    private static String mask(MatchResult hash) {
        return "(" + of(hash.group()) + ")";
    }

    /** What starts like a hash, wrapped or not, and any other base64 that is too long for a name. */
    private static final class HashText {
        static final Pattern PATTERN =
                Pattern.compile("T0[E-H](?:[\\r\\n]*+[A-Za-z0-9+/]){27,}+={0,2}|[A-Za-z0-9+/]{200,}+={0,2}");
    }
}
