// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import dev.hwhash.device.hash.HashRecord;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The public endorsement key of the TPM: record type 25, the modulus of an RSA key, big-endian. */
public final class EkPub {

    private static final int SHORTEST = 128;
    private static final int LONGEST = 1024;

    private final byte[] modulus;

    private EkPub(byte[] modulus) {
        this.modulus = modulus;
    }

    /**
     * Reads a record.
     *
     * @param record of the type of which this is the content
     * @return empty for another layout
     */
    public static Optional<EkPub> of(HashRecord record) {
        if (record.length() < SHORTEST || record.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] modulus = new byte[record.length()];
        record.payload().get(modulus);
        return Optional.of(new EkPub(modulus));
    }

    /**
     * Returns the modulus.
     *
     * @return lower-case digits
     */
    public String hex() {
        return HexFormat.of().formatHex(modulus);
    }

    /**
     * Returns how long the key is.
     *
     * @return bits; 2048 in all that is known
     */
    public int bits() {
        return modulus.length * Byte.SIZE;
    }

    /**
     * Returns what {@link dev.hwhash.device.hash.EkHash} has to be for this key.
     *
     * @return 64 lower-case digits
     */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(modulus));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
