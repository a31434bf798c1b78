// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.graph;

import java.time.Duration;

/**
 * How long Intune takes, by the clock of the fake.
 *
 * @param listed from a POST until lists show the record; its own address shows it at once
 * @param decided from a POST until the import has an end (T1)
 * @param visible from that end, or a removal, until the registered device shows it (T2)
 * @param changed from a change of a registered device until it shows (T3)
 * @param profile from the registration until a profile is assigned
 */
public record Delays(Duration listed, Duration decided, Duration visible, Duration changed, Duration profile) {

    /** Everything at once. */
    public static final Delays NONE =
            new Delays(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
}
