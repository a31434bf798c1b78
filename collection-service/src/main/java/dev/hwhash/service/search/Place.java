// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page of a list ended. As text it is a cursor: no secret and no proof, for a forged one is a place like any
 * other.
 *
 * @param order in which the list stands
 * @param key of the last device that was looked at: milliseconds since 1970, or a name; empty where it has no such name
 * @param id its number
 */
public record Place(DeviceOrder order, Optional<String> key, long id) {

    /** Refuses a time that is no number, and numbers that no device has. */
    public Place {
        if (order.key() == DeviceOrder.Key.TIME) {
            Long.parseLong(key.orElse(""));
        }
        if (id < 0) {
            throw new NumberFormatException("no device has a number below 0");
        }
    }

    /**
     * Returns the text that stands for this place.
     *
     * @return letters, digits, hyphens and underscores
     */
    public String cursor() {
        String text = order.letter()
                + Long.toString(id)
                + key.map(value -> ":" + value).orElse("");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /**
     * Reads a cursor.
     *
     * @param cursor any text
     * @return empty where it is none
     */
    public static Optional<Place> of(String cursor) {
        if (cursor.isEmpty() || cursor.length() > Position.LONGEST) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            // Another spelling of the same bytes is none of ours.
            return read(UTF_8.newDecoder().decode(bytes).toString())
                    .filter(place -> place.cursor().equals(cursor));
        } catch (IllegalArgumentException | CharacterCodingException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Place> read(String text) {
        Optional<DeviceOrder> order = text.isEmpty() ? Optional.empty() : DeviceOrder.of(text.charAt(0));
        if (order.isEmpty()) {
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        return Optional.of(
                colon < 0
                        ? new Place(order.get(), Optional.empty(), Long.parseLong(text.substring(1)))
                        : new Place(
                                order.get(),
                                Optional.of(text.substring(colon + 1)),
                                Long.parseLong(text.substring(1, colon))));
    }
}
