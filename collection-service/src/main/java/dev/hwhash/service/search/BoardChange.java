// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import java.util.EnumSet;
import java.util.Set;

/**
 * Two reports, one after the other, that were read from different boards.
 *
 * @param before the last report of the board before
 * @param after the first report of the other one
 * @param differs by what the two are told apart; never empty
 * @param cameBack whether a later report is of the board before again: then two devices share a name, rather than one
 *     was repaired
 */
public record BoardChange(Sighting before, Sighting after, Set<Mark> differs, boolean cameBack) {

    /** By what a board is known. */
    public enum Mark {
        /** The TPM's endorsement key: another TPM, or another board with it. */
        TPM,
        /** The SMBIOS UUID: another board, or one written anew. */
        SMBIOS_UUID,
        /** The serial number: another one was written into the board. */
        SERIAL_NUMBER
    }

    /** Copies the set. */
    public BoardChange {
        differs = Set.copyOf(differs);
        if (differs.isEmpty()) {
            throw new IllegalArgumentException("boards that differ by nothing are one");
        }
    }

    /**
     * Returns whether it is another board or TPM, not only another serial number on the same.
     *
     * @return true where the TPM or the UUID differs
     */
    public boolean isReplaced() {
        return !EnumSet.copyOf(differs).equals(EnumSet.of(Mark.SERIAL_NUMBER));
    }
}
