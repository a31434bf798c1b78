// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import static dev.hwhash.device.hash.content.Unsigned.u16;

import dev.hwhash.device.hash.HashRecord;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Size of a display as it states it itself: record type 27.
 *
 * @param width cm; empty where it is not known
 * @param height cm; empty where it is not known
 */
public record ScreenSize(OptionalInt width, OptionalInt height) {

    private static final int LENGTH = 4;

    /**
     * Reads a record.
     *
     * @param record of the type of which this is the content
     * @return empty for another layout
     */
    public static Optional<ScreenSize> of(HashRecord record) {
        if (record.length() != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer payload = record.payload();
        return Optional.of(new ScreenSize(Screen.known(u16(payload, 0)), Screen.known(u16(payload, 2))));
    }
}
