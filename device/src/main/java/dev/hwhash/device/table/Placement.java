// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import java.util.List;

/**
 * What became of a device in a table.
 *
 * @param replacedLine the line whose row it replaced, 0 where it was added or replaced one of the same batch
 * @param again whether it replaced one of the same batch, of which no row is left
 * @param twins other lines with the same device, left as they are
 * @param conflicts lines with the same serial number and SMBIOS UUID but another TPM, left as they are; 0 for one of
 *     the same batch
 * @param uncertain lines that may be the same device, left as they are; 0 for one of the same batch
 */
public record Placement(
        int replacedLine, boolean again, List<Integer> twins, List<Integer> conflicts, List<Integer> uncertain) {

    /** Copies the lists. */
    public Placement {
        twins = List.copyOf(twins);
        conflicts = List.copyOf(conflicts);
        uncertain = List.copyOf(uncertain);
    }
}
