// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.util.Collection;

/**
 * How a run ended, in the order of precedence: of several at once the first one counts. 1 and 2 are never ours, since
 * unattended set-up and remediations give them a meaning, nor are the codes by which Windows asks for a restart.
 */
public enum ExitCode {
    /** A defect of hwhash. */
    DEFECT(70),
    /** The output, or the outbox, was not written. */
    NOT_WRITTEN(20),
    /** The device's own data is unusable. */
    UNUSABLE_DATA(14),
    /** WMI or oa3tool failed, or its deadline passed. */
    WMI_FAILED(13),
    /** This Windows gives no hash. */
    NO_HASH(12),
    /** Access denied, or not elevated. */
    ACCESS_DENIED(11),
    /** An input file has errors. */
    INPUT_ERRORS(21),
    /** The command line is wrong. */
    USAGE(10),
    /** The service refused the credentials, or there are none for it. */
    CREDENTIALS_REFUSED(31),
    /** The service refused what was sent; it is kept with the reason. */
    REFUSED_BY_TARGET(32),
    /** The service was not reached; what was to be sent is kept in the outbox. */
    NOT_REACHABLE(30),
    /** The deadline of {@code --wait} passed; what was to be sent is kept in the outbox. */
    WAIT_DEADLINE(33),
    /** All was done. */
    DONE(0);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /**
     * Returns the number that the process ends with.
     *
     * @return 0 or 10 to 70
     */
    public int code() {
        return code;
    }

    /**
     * Returns the one that a process of hwhash ended with.
     *
     * @param code the number
     * @return {@link #DEFECT} for a number that is none of ours
     */
    public static ExitCode ofCode(int code) {
        for (ExitCode exit : values()) {
            if (exit.code == code) {
                return exit;
            }
        }
        return DEFECT;
    }

    /**
     * Returns the one that counts.
     *
     * @param problems what went wrong
     * @return {@link #DONE} for none
     */
    public static ExitCode of(Collection<Problem> problems) {
        ExitCode first = DONE;
        for (Problem problem : problems) {
            if (problem.exit().compareTo(first) < 0) {
                first = problem.exit();
            }
        }
        return first;
    }
}
