// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import static dev.hwhash.device.hash.content.Unsigned.u16;
import static dev.hwhash.device.hash.content.Unsigned.u8;

import dev.hwhash.device.hash.HashRecord;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cores of one kind in a hybrid processor: a part of record type 34.
 *
 * @param efficiency the higher, the faster and the thirstier
 * @param cores of this kind
 * @param threads of these cores
 */
public record CoreClass(int efficiency, int cores, int threads) {

    private static final int LENGTH = 5;

    /**
     * Reads a record.
     *
     * @param record of the type of which this is the content
     * @return an immutable list; empty for another layout
     */
    public static Optional<List<CoreClass>> of(HashRecord record) {
        ByteBuffer payload = record.payload();
        if (record.length() < 1 || record.length() != 1 + LENGTH * u8(payload, 0)) {
            return Optional.empty();
        }
        List<CoreClass> classes = new ArrayList<>();
        for (int at = 1; at < record.length(); at += LENGTH) {
            classes.add(new CoreClass(u8(payload, at), u16(payload, at + 1), u16(payload, at + 3)));
        }
        return Optional.of(List.copyOf(classes));
    }
}
