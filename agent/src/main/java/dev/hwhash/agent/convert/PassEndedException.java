// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.convert;

import dev.hwhash.agent.Problem;
import dev.hwhash.device.Field;
import java.util.Optional;
import java.util.Set;

/** A pass over the input ended before its end, so that no output is made of it. */
final class PassEndedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Problem> problem;
    private final transient Set<Field> wider;

    private PassEndedException(Optional<Problem> problem, Set<Field> wider) {
        super("the pass over the input ended", null, false, false);
        this.problem = problem;
        this.wider = wider;
    }

    static PassEndedException by(Problem problem) {
        return new PassEndedException(Optional.of(problem), Set.of());
    }

    /** To be begun anew with more columns. */
    static PassEndedException forWider(Set<Field> columns) {
        return new PassEndedException(Optional.empty(), Set.copyOf(columns));
    }

    /** To make no file without a row. */
    static PassEndedException withoutRow() {
        return new PassEndedException(Optional.empty(), Set.of());
    }

    boolean isWithoutRow() {
        return problem.isEmpty() && wider.isEmpty();
    }

    Optional<Problem> problem() {
        return problem;
    }

    Set<Field> wider() {
        return wider;
    }
}
