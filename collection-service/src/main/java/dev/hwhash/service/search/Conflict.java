// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

/**
 * Another device that somebody should compare with this one.
 *
 * @param rule the id of the rule that says why, such as {@code device-two-tpms}
 * @param other the other device, as a list shows it
 */
public record Conflict(String rule, DeviceSummary other) {}
