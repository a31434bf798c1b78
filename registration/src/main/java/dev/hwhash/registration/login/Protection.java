// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.login;

/** Seals secrets so that they can be opened by the same user on the same PC alone. Implementations are thread-safe. */
public interface Protection {

    /** Seals nothing: for systems that have no such service, where the rights of the file are all there is. */
    Protection BY_RIGHTS_OF_THE_FILE = new Protection() {
        @Override
        public byte[] sealed(byte[] clear) {
            return clear.clone();
        }

        @Override
        public byte[] opened(byte[] sealed) {
            return sealed.clone();
        }
    };

    /**
     * Seals a secret.
     *
     * @param clear the secret; not changed
     * @return what may lie on a disk
     * @throws ProtectionException if this system does not do it
     */
    byte[] sealed(byte[] clear) throws ProtectionException;

    /**
     * Opens what was sealed.
     *
     * @param sealed what {@link #sealed} has returned; not changed
     * @return the secret
     * @throws ProtectionException if it was sealed by another user or on another PC, or is damaged
     */
    byte[] opened(byte[] sealed) throws ProtectionException;
}
