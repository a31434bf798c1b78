// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.approval;

import java.time.Instant;

/** What became of an {@link Order}. */
public sealed interface Outcome {

    /**
     * The device stands as ordered.
     *
     * @param decision by which it does
     * @param isNew false where it stood so already, by the same report and the same values
     */
    record Taken(Decision decision, boolean isNew) implements Outcome {}

    /**
     * Another report of the device has come since. Nothing was changed.
     *
     * @param reportId the last one
     * @param receivedAt when it came
     */
    record Superseded(String reportId, Instant receivedAt) implements Outcome {}

    /**
     * Somebody else has decided since. Nothing was changed.
     *
     * @param decision his
     */
    record AlreadyDecided(Decision decision) implements Outcome {}

    /** There is no such device, or it has no such report with that content. Nothing was changed. */
    record Unknown() implements Outcome {}

    /**
     * Neither Intune nor Partner Center would take the report with that tag and user. Nothing was changed.
     *
     * @param why in words, with what to do
     */
    record NotRegistrable(String why) implements Outcome {}
}
