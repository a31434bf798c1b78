// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.outbox;

import java.time.Duration;

/**
 * How much an outbox keeps. What is beyond it is refused, never dropped. Immutable.
 *
 * @param reports the most reports that wait at once
 * @param bytes the most that they take together
 * @param age how long a report may wait, by this PC's clock; an older one is set aside with the reason
 */
public record OutboxLimits(int reports, long bytes, Duration age) {

    /** 10,000 reports, 256 MB, 400 days. */
    public static final OutboxLimits DEFAULT = new OutboxLimits(10_000, 256_000_000, Duration.ofDays(400));

    /** Refuses limits within which nothing could wait. */
    public OutboxLimits {
        if (reports < 1 || bytes < 1 || age.isNegative() || age.isZero()) {
            throw new IllegalArgumentException(
                    "nothing could wait: " + reports + " reports, " + bytes + " bytes, " + age);
        }
    }
}
