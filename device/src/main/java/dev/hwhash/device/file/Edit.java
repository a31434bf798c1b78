// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import java.util.Optional;

/**
 * A change of a file's whole content. Called under the file's lock, at most once for each update.
 */
@FunctionalInterface
public interface Edit {

    /**
     * Returns what the file shall hold.
     *
     * @param current what it holds now, or empty where it does not exist; never changed by the callee
     * @return the new content; equal to the current one: nothing is written
     * @throws EditRefusedException if this content cannot be changed as asked; the file then stays as it is
     */
    byte[] apply(Optional<byte[]> current) throws EditRefusedException;
}
