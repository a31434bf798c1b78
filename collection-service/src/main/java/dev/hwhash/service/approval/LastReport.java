// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.approval;

import java.time.Instant;

/**
 * The last report of a device that came, whatever its time.
 *
 * @param row its row number; a later one is larger
 * @param reportId its sender's id
 * @param receivedAt when it was stored
 */
public record LastReport(long row, String reportId, Instant receivedAt) {}
