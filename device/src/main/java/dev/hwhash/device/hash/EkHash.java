// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import java.util.HexFormat;
import java.util.Optional;

/**
 * SHA-256 of the TPM's public endorsement key: the surest mark of a device, gone only with its TPM. From record type
 * 11 with method 1 (TPM_EK). Kept as four numbers: a million are compared, few are ever shown.
 *
 * @param first its first 8 bytes
 * @param second the next 8
 * @param third the next 8
 * @param fourth the last 8
 */
public record EkHash(long first, long second, long third, long fourth) {

    private static final int METHOD_TPM_EK = 1;
    private static final int VALUE = 10;
    private static final int LENGTH = 32;
    private static final int WORD_DIGITS = 16;

    /**
     * Returns the hash that digits write.
     *
     * @param hex 64 hexadecimal digits
     * @return the hash
     * @throws IllegalArgumentException if it is anything else
     */
    public static EkHash of(String hex) {
        if (hex.length() != 4 * WORD_DIGITS) {
            throw new IllegalArgumentException("a SHA-256 has 64 digits, not " + hex.length());
        }
        return new EkHash(word(hex, 0), word(hex, 1), word(hex, 2), word(hex, 3));
    }

    private static long word(String hex, int number) {
        return Long.parseUnsignedLong(hex.substring(number * WORD_DIGITS, (number + 1) * WORD_DIGITS), 16);
    }

    static Optional<EkHash> of(HashRecord record) {
        if (record.length() < VALUE + LENGTH || record.u8(4) != METHOD_TPM_EK || record.u32(6) != LENGTH) {
            return Optional.empty();
        }
        EkHash hash = new EkHash(
                record.bigEndian(VALUE),
                record.bigEndian(VALUE + 8),
                record.bigEndian(VALUE + 16),
                record.bigEndian(VALUE + 24));
        return hash.isUnset() ? Optional.empty() : Optional.of(hash);
    }

    /** One byte over and over. */
    private boolean isUnset() {
        return first == second && second == third && third == fourth && first == Long.rotateLeft(first, Byte.SIZE);
    }

    /**
     * Returns the hash as people write it.
     *
     * @return 64 lower-case digits
     */
    public String hex() {
        HexFormat digits = HexFormat.of();
        return digits.toHexDigits(first)
                + digits.toHexDigits(second)
                + digits.toHexDigits(third)
                + digits.toHexDigits(fourth);
    }

    /** Returns the digits. */
    @Override
    public String toString() {
        return hex();
    }
}
