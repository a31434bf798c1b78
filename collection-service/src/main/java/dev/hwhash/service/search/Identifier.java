// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

/**
 * By what a device is known.
 *
 * @param kind {@code ek}, {@code smbios-uuid} or {@code serial}
 * @param value never a placeholder
 */
public record Identifier(String kind, String value) {}
