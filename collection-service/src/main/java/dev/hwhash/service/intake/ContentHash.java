// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a report's body as it is before gzip: by it a repeated report is known.
 *
 * @param hex 64 lower-case digits
 */
public record ContentHash(String hex) {

    /**
     * Hashes a body.
     *
     * @param body inflated
     * @return its hash
     */
    public static ContentHash of(byte[] body) {
        try {
            return new ContentHash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
