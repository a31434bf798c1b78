// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of many small pieces. To look the algorithm up takes as long as to digest a kilobyte. */
final class Sha256 {

    /** Never fed: its clones start empty. To clone it changes nothing of it, so threads share it. */
    private static final MessageDigest EMPTY = fresh();

    private Sha256() {}

    /** Returns the digest of the first bytes. */
    static byte[] of(byte[] bytes, int length) {
        MessageDigest digest = copy();
        digest.update(bytes, 0, length);
        return digest.digest();
    }

    private static MessageDigest copy() {
        try {
            return (MessageDigest) EMPTY.clone();
        } catch (CloneNotSupportedException aProviderOfSomeoneElse) {
            return fresh();
        }
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
