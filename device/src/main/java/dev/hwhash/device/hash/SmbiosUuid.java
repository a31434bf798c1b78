// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

    /** What boards carry whose maker never set one. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "03000200-0400-0500-0006-000700080009",
            "00020003-0004-0005-0006-000700080009",
            "00010203-0405-0607-0809-0a0b0c0d0e0f",
            "03020100-0504-0706-0809-0a0b0c0d0e0f",
            "11111111-1111-1111-1111-111111111111",
            "12345678-1234-1234-1234-123456789012",
            "12345678-1234-5678-90ab-cddeefaabbcc",
            "fefefefe-fefe-fefe-fefe-fefefefefefe");

    private static final int LENGTH = 16;

    static Optional<SmbiosUuid> of(HashRecord record) {
        if (record.length() != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer little = record.payload();
        ByteBuffer big = record.payload().order(ByteOrder.BIG_ENDIAN);
        long high = (little.getInt(0) & 0xFFFFFFFFL) << 32
                | (little.getShort(4) & 0xFFFFL) << 16
                | (little.getShort(6) & 0xFFFFL);
        return Optional.of(new SmbiosUuid(new UUID(high, big.getLong(8))));
    }

    /**
     * Returns whether many devices share this value, so that it identifies none.
     *
     * @return true for the known values of boards that were never given one
     */
    public boolean isPlaceholder() {
        return PLACEHOLDERS.contains(value.toString());
    }

    /** Returns the UUID in capitals, as Windows prints it. */
    @Override
    public String toString() {
        return value.toString().toUpperCase(Locale.ROOT);
    }
}
