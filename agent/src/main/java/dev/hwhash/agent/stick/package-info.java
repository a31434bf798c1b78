// SPDX-License-Identifier: Apache-2.0
/**
 * What {@code stick prepare} and {@code stick check} do: the program goes from its folder onto a stick, with a manifest
 * of what it is made of, and is compared with that manifest later. What a technician sees of a stick is none of it.
 */
@NullMarked
package dev.hwhash.agent.stick;

import org.jspecify.annotations.NullMarked;
