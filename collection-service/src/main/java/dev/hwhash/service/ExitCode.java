// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

/** How a run ended; the numbers mean what they mean for the agent. 1 and 2 are never ours. */
enum ExitCode {
    /** All was done, or the service was stopped in order. */
    DONE(0),
    /** The command line is wrong. */
    USAGE(10),
    /** The data folder or the port cannot be used. */
    NOT_WRITTEN(20),
    /** The file is written, but without devices that its format cannot hold. */
    INPUT_ERRORS(21),
    /** A defect of the service. */
    DEFECT(70);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
