// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

/** What came of a program that was to run as administrator. */
public sealed interface ElevatedRun {

    /**
     * It ran to its end.
     *
     * @param exitCode how it ended, as Windows has it
     */
    record Ended(int exitCode) implements ElevatedRun {}

    /** Whoever was asked said no, or said nothing. */
    record Declined() implements ElevatedRun {}

    /**
     * Windows did not start it.
     *
     * @param error the Win32 error, such as 2 for a file that is not there
     */
    record NotStarted(int error) implements ElevatedRun {}

    /** It runs or ran, and its end was not seen. */
    record Lost() implements ElevatedRun {}
}
