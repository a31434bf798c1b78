// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.merge;

import dev.hwhash.agent.Problem;

/** A merge ended before its end, so that nothing is written. */
final class MergeEndedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    MergeEndedException(Problem problem) {
        super(problem.words(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
