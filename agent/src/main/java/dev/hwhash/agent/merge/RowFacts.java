// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.merge;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.index.Claim;
import dev.hwhash.device.index.Claim.Soundness;

/**
 * What the first pass keeps of a row.
 *
 * @param line where it stands, from 1
 * @param identity by what its device is known
 * @param claim what it has to say for itself
 * @param hash what its hash is worth
 * @param known what it could lend, as bits of {@link Lent}
 */
record RowFacts(int line, DeviceIdentity identity, Claim claim, Soundness hash, int known) {}
