// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import static dev.hwhash.device.hash.content.Unsigned.u16;

import dev.hwhash.device.hash.HashRecord;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * How many processors there are: record type 2.
 *
 * @param architecture of the processor
 * @param packages sockets in use
 * @param cores of all packages
 * @param threads of all packages
 * @param hyperThreading whether a core runs more than one thread
 */
public record ProcessorCounts(Code architecture, int packages, int cores, int threads, boolean hyperThreading) {

    private static final int LENGTH = 12;

    /**
     * Reads a record.
     *
     * @param record of the type of which this is the content
     * @return empty for another layout
     */
    public static Optional<ProcessorCounts> of(HashRecord record) {
        if (record.length() != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer payload = record.payload();
        return Optional.of(new ProcessorCounts(
                CaptureCodes.architecture(u16(payload, 0)),
                u16(payload, 2),
                u16(payload, 4),
                u16(payload, 6),
                u16(payload, 8) != 0));
    }
}
