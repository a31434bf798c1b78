// SPDX-License-Identifier: Apache-2.0
/**
 * What {@code hwhash stick collect} does: a technician's visit to one PC, with the stick in it. It asks for the rights
 * and the group tag, runs one {@link dev.hwhash.agent.collect.Collect}, and says in large plain words what came of it.
 * What is asked and said are pure functions; the console, other programs and the PC's switch stand behind interfaces.
 */
@NullMarked
package dev.hwhash.agent.visit;

import org.jspecify.annotations.NullMarked;
