// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a text is built up as a hash: as much of it as can be read, damaged or not. No text makes it fail. Immutable and
 * thread-safe.
 */
public final class HashLayout {

    private final HashReading reading;
    private final int size;
    private final OptionalInt stated;
    private final List<HashRecord> records;
    private final Optional<Break> end;

    /**
     * Where a hash breaks off.
     *
     * @param at where the first record that cannot be read starts or should start, in bytes from 0
     * @param character the character of base64 where that is, or that is wrong; from 1, white space not counted
     * @param why what is wrong there, with the values seen
     */
    public record Break(int at, int character, String why) {

        static Break at(int at, String why) {
            return new Break(at, at * 4 / 3 + 1, why);
        }
    }

    HashLayout(HashReading reading, int size, OptionalInt stated, List<HashRecord> records, Optional<Break> end) {
        this.reading = reading;
        this.size = size;
        this.stated = stated;
        this.records = List.copyOf(records);
        this.end = end;
    }

    /**
     * Reads a text as far as it goes: up to the first character that is not base64, up to the first record that does
     * not fit, or to its end.
     *
     * @param text base64, as {@link HardwareHash#read(String)} takes it, or anything else
     * @return what there is
     */
    public static HashLayout of(String text) {
        HashReading reading = HardwareHash.read(text);
        return reading instanceof HardwareHash hash
                ? hash.layout()
                : DamagedBytes.of(text).layout((DamagedHash) reading);
    }

    /**
     * Returns what an importer makes of the text.
     *
     * @return the hash, or why it is damaged
     */
    public HashReading reading() {
        return reading;
    }

    /**
     * Returns how many bytes the text has, zeros at the end included.
     *
     * @return those before the first character that is not base64
     */
    public int size() {
        return size;
    }

    /**
     * Returns where the records end and the checksum starts, as the hash states it.
     *
     * @return bytes from the start; empty where the text does not start as a hash
     */
    public OptionalInt statedLength() {
        return stated;
    }

    /**
     * Returns the records in their order, the checksum excepted.
     *
     * @return an immutable list of those that are whole
     */
    public List<HashRecord> records() {
        return records;
    }

    /**
     * Returns where it breaks off.
     *
     * @return empty where all records can be read, which says nothing of the checksum
     */
    public Optional<Break> end() {
        return end;
    }
}
