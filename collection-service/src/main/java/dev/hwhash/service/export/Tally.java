// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.export;

/**
 * What came of an export.
 *
 * @param rows how many devices the file holds
 * @param leftOut how many it does not
 */
public record Tally(long rows, long leftOut) {}
