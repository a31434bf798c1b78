// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import static dev.hwhash.device.hash.content.Unsigned.u16;
import static dev.hwhash.device.hash.content.Unsigned.u32;

import dev.hwhash.device.hash.HashRecord;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What looks like the hardware ID of Windows licensing: record type 37. The classes are not known for sure.
 *
 * @param classCounts how many hashes each of ten classes of devices has
 * @param hashes of the devices, 16 bits each
 */
public record LicensingBlock(List<Integer> classCounts, List<Integer> hashes) {

    private static final int COUNTS = 8;
    private static final int HASHES = 28;

    /** Makes one whose lists nobody can change. */
    public LicensingBlock {
        classCounts = List.copyOf(classCounts);
        hashes = List.copyOf(hashes);
    }

    /**
     * Reads a record.
     *
     * @param record of the type of which this is the content
     * @return empty for another layout
     */
    public static Optional<LicensingBlock> of(HashRecord record) {
        ByteBuffer payload = record.payload();
        int length = record.length();
        if (length < HASHES || length % 2 != 0 || u32(payload, 0) != length - 4 || u32(payload, 4) != length - 4) {
            return Optional.empty();
        }
        return Optional.of(new LicensingBlock(numbers(payload, COUNTS, HASHES), numbers(payload, HASHES, length)));
    }

    private static List<Integer> numbers(ByteBuffer payload, int from, int to) {
        List<Integer> numbers = new ArrayList<>();
        for (int at = from; at < to; at += 2) {
            numbers.add(u16(payload, at));
        }
        return numbers;
    }
}
