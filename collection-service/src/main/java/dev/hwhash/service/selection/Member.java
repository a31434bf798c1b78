// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.selection;

import java.util.Optional;

/**
 * A device of a selection, with what became of it.
 *
 * @param device its number
 * @param serialNumber as it has it now; empty where it has none, or is deleted
 * @param why it was not decided, in words; empty where the outcome says it
 */
public record Member(long device, Optional<String> serialNumber, Optional<String> why) {}
