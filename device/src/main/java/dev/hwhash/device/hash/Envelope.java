// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of a hash: {@code OA}, a total length, records of type and length, and at the total length a record with
 * the SHA-256 of all before it; zeros follow. Records are found by their places, nothing is copied.
 */
final class Envelope {

    /** Magic and total length; also type and length of a record. */
    static final int HEAD = 4;

    static final int CHECKSUM_LENGTH = 36;

    /** Above all types that are known by content. */
    private static final int INDEXED = 64;

    private final byte[] bytes;
    private final int size;
    private final int total;
    /** Where the first record of each type starts; 0, where none can, for none. */
    private final int[] first = new int[INDEXED];

    private final int recordsEnd;

    private Envelope(HashBytes content, int total) {
        this.bytes = content.start();
        this.size = content.size();
        this.total = total;
        int at = HEAD;
        while (fits(at)) {
            int type = u16(bytes, at);
            if (type < INDEXED && first[type] == 0) {
                first[type] = at;
            }
            at += u16(bytes, at + 2);
        }
        this.recordsEnd = at;
    }

    /** Returns why these bytes have no envelope, or empty where they have one. */
    static Optional<DamagedHash> flaw(HashBytes content) {
        byte[] bytes = content.start();
        if (bytes.length < HEAD) {
            return damaged(DamagedHash.Kind.NO_MAGIC, "it has " + bytes.length + " bytes");
        }
        if (bytes[0] != 'O' || bytes[1] != 'A') {
            return damaged(
                    DamagedHash.Kind.NO_MAGIC,
                    String.format("it starts with %02X %02X instead of 4F 41 (\"OA\")", bytes[0], bytes[1]));
        }
        int total = u16(bytes, 2);
        if (total < HEAD || total > content.size()) {
            return damaged(
                    total < HEAD ? DamagedHash.Kind.RECORDS : DamagedHash.Kind.CUT,
                    "it says that it has " + total + " bytes, but " + content.size() + " are there");
        }
        return Optional.empty();
    }

    private static Optional<DamagedHash> damaged(DamagedHash.Kind kind, String why) {
        return Optional.of(new DamagedHash(kind, why));
    }

    /** Wraps bytes without a {@link #flaw(HashBytes)}. */
    static Envelope of(HashBytes content) {
        return new Envelope(content, u16(content.start(), 2));
    }

    /** Returns how many bytes there are, zeros at the end included. */
    int size() {
        return size;
    }

    /** Returns the records up to the total length, or up to the first that does not fit. */
    List<HashRecord> records() {
        List<HashRecord> records = new ArrayList<>();
        for (int at = HEAD; at < recordsEnd; at += u16(bytes, at + 2)) {
            records.add(record(at));
        }
        return records;
    }

    /** Returns the first record of a type below {@value #INDEXED}. */
    Optional<HashRecord> first(int type) {
        return has(type) ? Optional.of(record(first[type])) : Optional.empty();
    }

    boolean has(int type) {
        return first[type] != 0;
    }

    private HashRecord record(int at) {
        return new HashRecord(u16(bytes, at), bytes, at + HEAD, u16(bytes, at + 2) - HEAD);
    }

    /** Returns whether the records end where the total length says. */
    boolean recordsAddUp() {
        return recordsEnd == total;
    }

    /** Returns the total length, which is where the checksum starts. */
    int total() {
        return total;
    }

    /** Returns where the records end before the total length. */
    Optional<HashLayout.Break> end() {
        return recordsAddUp()
                ? Optional.empty()
                : Optional.of(HashLayout.Break.at(
                        recordsEnd, "no record fits there, but the stated length is " + total + " bytes"));
    }

    private boolean fits(int at) {
        return at + HEAD <= total && u16(bytes, at + 2) >= HEAD && at + u16(bytes, at + 2) <= total;
    }

    /** Returns whether anything but padding follows: a checksum record, whole or broken. */
    boolean hasChecksum() {
        for (int i = total; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the checksum record is whole and right. */
    boolean checksumHolds() {
        if (size < total + CHECKSUM_LENGTH
                || u16(bytes, total) != HashRecord.CHECKSUM
                || u16(bytes, total + 2) != CHECKSUM_LENGTH) {
            return false;
        }
        byte[] sha256 = Sha256.of(bytes, total);
        return Arrays.equals(sha256, 0, sha256.length, bytes, total + HEAD, total + CHECKSUM_LENGTH);
    }

    static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }
}
