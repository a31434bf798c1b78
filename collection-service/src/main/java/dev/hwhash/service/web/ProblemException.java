// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

/** Ends a request with a {@link Problem}. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * Makes one.
     *
     * @param problem what the sender is told
     */
    public ProblemException(Problem problem) {
        super(problem.code().toString(), null, false, false);
        this.problem = problem;
    }

    /**
     * Makes one that is not about rules.
     *
     * @param code why
     * @param detail what was seen and what to do
     */
    public ProblemException(ProblemCode code, String detail) {
        this(Problem.of(code, detail));
    }

    /**
     * Returns what the sender is told.
     *
     * @return the problem
     */
    public Problem problem() {
        return problem;
    }
}
