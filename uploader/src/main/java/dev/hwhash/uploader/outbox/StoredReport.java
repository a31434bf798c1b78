// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.outbox;

import dev.hwhash.uploader.report.Report;
import dev.hwhash.uploader.report.Target;
import java.time.Instant;

/**
 * A report as it waits: with its target, and never with a token. Immutable.
 *
 * @param report the message
 * @param target where it shall go
 * @param since when it was put into the outbox, by this PC's clock
 */
public record StoredReport(Report report, Target target, Instant since) {}
