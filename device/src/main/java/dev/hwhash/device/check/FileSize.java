// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

/**
 * How much a file holds.
 *
 * @param bytes its length
 * @param rows its rows
 * @param lastLine the line on which the last of them starts, from 1; 0 without one
 */
record FileSize(long bytes, long rows, int lastLine) {}
