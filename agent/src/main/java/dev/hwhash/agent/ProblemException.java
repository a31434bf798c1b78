// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

/** Ends a command with a {@link Problem}. */
public final class ProblemException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * Makes one without a deeper cause.
     *
     * @param exit how it ends the run
     * @param id stable name for scripts
     * @param words what failed, the value seen, what to do
     */
    public ProblemException(ExitCode exit, String id, String words) {
        super(words);
        this.problem = new Problem(exit, id, words);
    }

    /**
     * Makes one of a problem.
     *
     * @param problem what to report
     */
    public ProblemException(Problem problem) {
        super(problem.words());
        this.problem = problem;
    }

    /**
     * Returns what to report.
     *
     * @return the problem
     */
    public Problem problem() {
        return problem;
    }
}
