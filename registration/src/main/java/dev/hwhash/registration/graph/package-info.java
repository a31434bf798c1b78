// SPDX-License-Identifier: Apache-2.0
/**
 * Intune, by Microsoft Graph: devices by their hardware hash, and corporate identifiers. {@link
 * dev.hwhash.registration.graph.IntuneRegistrar} imports through v1.0 and follows each device to its end; what only beta
 * knows stands in {@link dev.hwhash.registration.graph.BetaPaths}.
 */
@NullMarked
package dev.hwhash.registration.graph;

import org.jspecify.annotations.NullMarked;
