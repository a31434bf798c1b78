// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page ended. As text it is a cursor: opaque to clients, but no secret and no proof. A forged one is a position
 * like any other, which shows nothing that a query would not.
 */
public sealed interface Position {

    /** The longest cursor: base64 of the longest name in UTF-8, and some more. */
    int LONGEST = 3000;

    /**
     * Among all devices.
     *
     * @param id the last one that was shown; 0 before the first
     */
    record ById(long id) implements Position {

        @Override
        public String cursor() {
            return encoded("i" + id);
        }
    }

    /**
     * Among devices with a name that fits.
     *
     * @param kind by which name the last one was found
     * @param name that name; empty text before the first
     * @param id the last one that was shown; 0 before the first
     */
    record ByName(SearchName kind, String name, long id) implements Position {

        @Override
        public String cursor() {
            return encoded(kind.letter() + Long.toString(id) + ":" + name);
        }
    }

    /**
     * Returns the text that stands for this position.
     *
     * @return letters, digits, hyphens and underscores
     */
    String cursor();

    /**
     * Reads a cursor.
     *
     * @param cursor any text
     * @return empty where it is none
     */
    static Optional<Position> of(String cursor) {
        if (cursor.isEmpty() || cursor.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            Optional<Position> position =
                    read(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
            // Another spelling of the same bytes is none of ours.
            return position.filter(known -> known.cursor().equals(cursor));
        } catch (IllegalArgumentException | CharacterCodingException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Position> read(String text) {
        if (text.startsWith("i")) {
            return Optional.of(new ById(number(text.substring(1))));
        }
        int colon = text.indexOf(':');
        Optional<SearchName> kind = text.isEmpty() ? Optional.empty() : SearchName.of(text.charAt(0));
        return kind.isEmpty() || colon < 0
                ? Optional.empty()
                : Optional.of(new ByName(kind.get(), text.substring(colon + 1), number(text.substring(1, colon))));
    }

    /** Throws an IllegalArgumentException for what is no number. */
    private static long number(String digits) {
        long number = Long.parseLong(digits);
        if (number < 0) {
            throw new NumberFormatException("no device has a number below 0");
        }
        return number;
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
