// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The system UUID of SMBIOS type 1, its first three parts little-endian as SMBIOS 2.6 and later say (DSP0134, 7.2.1).
 *
 * @param value the UUID as Windows prints it
 */
public record SmbiosUuid(UUID value) {

    /** What boards carry whose maker never set one, besides one byte over and over. */
    private static final Set<UUID> PLACEHOLDERS = Set.of(
            UUID.fromString("03000200-0400-0500-0006-000700080009"),
            UUID.fromString("00020003-0004-0005-0006-000700080009"),
            UUID.fromString("00010203-0405-0607-0809-0a0b0c0d0e0f"),
            UUID.fromString("03020100-0504-0706-0809-0a0b0c0d0e0f"),
            UUID.fromString("12345678-1234-1234-1234-123456789012"),
            UUID.fromString("12345678-1234-5678-90ab-cddeefaabbcc"));

    private static final int LENGTH = 16;

    /**
     * Reads a record.
     *
     * @param record of the type of which this is the content
     * @return empty for another layout
     */
    public static Optional<SmbiosUuid> of(HashRecord record) {
        if (record.length() != LENGTH) {
            return Optional.empty();
        }
        long high = record.u32(0) << 32 | (long) record.u16(4) << 16 | record.u16(6);
        return Optional.of(new SmbiosUuid(new UUID(high, record.bigEndian(8))));
    }

    /**
     * Returns whether many devices share this value, so that it identifies none.
     *
     * @return true for one byte over and over, and for the other known values of boards that were never given one
     */
    public boolean isPlaceholder() {
        return isOneByte() || PLACEHOLDERS.contains(value);
    }

    private boolean isOneByte() {
        long high = value.getMostSignificantBits();
        return high == value.getLeastSignificantBits() && high == Long.rotateLeft(high, Byte.SIZE);
    }

    /** Returns the UUID in capitals, as Windows prints it. */
    @Override
    public String toString() {
        return value.toString().toUpperCase(Locale.ROOT);
    }
}
