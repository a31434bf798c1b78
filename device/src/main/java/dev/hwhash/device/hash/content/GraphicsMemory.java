// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import static dev.hwhash.device.hash.content.Unsigned.u8;

import dev.hwhash.device.hash.HashRecord;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The memory of a graphics processor: record type 29.
 *
 * @param dedicatedVideo bytes on it; unsigned
 * @param dedicatedSystem bytes of the system that are its own; unsigned
 * @param removalPolicy 1 for one that stays, as far as is known
 * @param inLocalContainer 1 for one inside the case, as far as is known
 */
public record GraphicsMemory(long dedicatedVideo, long dedicatedSystem, int removalPolicy, int inLocalContainer) {

    private static final int LENGTH = 18;

    /**
     * Reads a record.
     *
     * @param record of the type of which this is the content
     * @return empty for another layout
     */
    public static Optional<GraphicsMemory> of(HashRecord record) {
        if (record.length() != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer payload = record.payload();
        return Optional.of(
                new GraphicsMemory(payload.getLong(0), payload.getLong(8), u8(payload, 16), u8(payload, 17)));
    }
}
