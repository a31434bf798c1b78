// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/**
 * SHA-256 of the TPM's public endorsement key: the surest mark of a device, gone only with its TPM. From record type
 * 11 with method 1 (TPM_EK).
 *
 * @param hex 64 lower-case digits
 */
public record EkHash(String hex) {

    private static final int METHOD_TPM_EK = 1;
    private static final int VALUE = 10;
    private static final int LENGTH = 32;

    /**
     * Reads a record.
     *
     * @param record of the type of which this is the content
     * @return empty for another layout
     */
    public static Optional<EkHash> of(HashRecord record) {
        ByteBuffer payload = record.payload();
        if (payload.remaining() < VALUE + LENGTH || payload.get(4) != METHOD_TPM_EK || payload.getInt(6) != LENGTH) {
            return Optional.empty();
        }
        byte[] value = new byte[LENGTH];
        payload.position(VALUE).get(value);
        return isUnset(value)
                ? Optional.empty()
                : Optional.of(new EkHash(HexFormat.of().formatHex(value)));
    }

    private static boolean isUnset(byte[] value) {
        for (byte b : value) {
            if (b != value[0]) {
                return false;
            }
        }
        return true;
    }
}
