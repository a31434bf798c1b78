// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import static dev.hwhash.device.hash.content.Unsigned.u16;
import static dev.hwhash.device.hash.content.Unsigned.u8;

import dev.hwhash.device.hash.HashRecord;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The memory: record type 5.
 *
 * @param installed GiB; unsigned
 * @param maximum GiB that the board takes; unsigned
 * @param slots for modules
 * @param arrays groups of slots
 * @param errorCorrection as SMBIOS type 16 has it
 */
public record Memory(long installed, long maximum, int slots, int arrays, Code errorCorrection) {

    private static final int LENGTH = 21;

    /** DSP0134, 7.17.3. */
    private static final List<String> ERROR_CORRECTION =
            List.of("", "Other", "Unknown", "None", "Parity", "Single-bit ECC", "Multi-bit ECC", "CRC");

    /**
     * Reads a record.
     *
     * @param record of the type of which this is the content
     * @return empty for another layout
     */
    public static Optional<Memory> of(HashRecord record) {
        if (record.length() != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer payload = record.payload();
        return Optional.of(new Memory(
                payload.getLong(0),
                payload.getLong(8),
                u16(payload, 16),
                u16(payload, 18),
                Code.of(u8(payload, 20), ERROR_CORRECTION)));
    }
}
