// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

/** A body is not the JSON of a report. */
final class MalformedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Says why, behind "the body is no report: ". */
    MalformedException(String why) {
        super(why, null, false, false);
    }
}
