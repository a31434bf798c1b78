// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;

/**
 * How much a stick has to have free, in bytes; pure. A file that is replaced stays until the new one is complete, so
 * the largest one is counted twice.
 */
final class Room {

    /** For folders, locks and the manifest. */
    private static final long OVERHEAD = 1 << 20;

    private final long cluster;
    private long more;
    private long largest;

    /** With what a file takes at least. */
    Room(long cluster) {
        this.cluster = Math.max(cluster, 1);
    }

    /** Counts a file that is written. */
    void count(long bytes, long before) {
        more += Math.max(0, rounded(bytes) - rounded(before));
        largest = Math.max(largest, rounded(bytes));
    }

    private long rounded(long bytes) {
        return (bytes + cluster - 1) / cluster * cluster;
    }

    /** Returns what is needed; nothing where nothing is written. */
    long needed() {
        return largest == 0 ? 0 : more + largest + OVERHEAD;
    }

    /** Refuses where there is less. */
    void require(long free, String stick) throws ProblemException {
        if (free < needed()) {
            throw new ProblemException(
                    ExitCode.NOT_WRITTEN,
                    "stick-full",
                    stick + " has " + megabytes(free) + " MB free, and " + megabytes(needed())
                            + " MB are needed; make room or take another stick. Nothing was written");
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
