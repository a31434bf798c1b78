// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.account;

/**
 * What is kept of a password. Shown by nothing.
 *
 * @param encoded Argon2id with its parameters and salt, as its reference implementation writes them
 */
public record PasswordHash(String encoded) {

    /** Shows nothing of it. */
    @Override
    public String toString() {
        return "PasswordHash";
    }
}
