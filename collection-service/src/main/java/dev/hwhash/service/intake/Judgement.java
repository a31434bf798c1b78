// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

/** What came of a look at the body of a report. */
public sealed interface Judgement {

    /**
     * It can be stored.
     *
     * @param report with all that was read
     */
    record Accepted(Report report) implements Judgement {}

    /**
     * It cannot.
     *
     * @param refusal why
     */
    record Refused(Refusal refusal) implements Judgement {}
}
