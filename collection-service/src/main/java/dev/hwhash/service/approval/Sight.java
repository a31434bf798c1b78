// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.approval;

/**
 * What somebody saw of a device when he decided. What came later is not decided unseen.
 *
 * @param report row number of the last report of the device that had come, whatever its time
 * @param decision number of the last decision about the device; 0: there was none
 */
public record Sight(long report, long decision) {}
