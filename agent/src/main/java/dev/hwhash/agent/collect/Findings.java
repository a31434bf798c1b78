// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import java.util.ArrayList;
import java.util.List;

/** What the check of one device found. With {@code --strict}, a warning is a problem. */
final class Findings {

    private final String prefix;
    private final boolean strict;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    Findings(Candidate candidate, boolean strict) {
        this.prefix = candidate.place().isPresent() ? candidate.place().get() + ": " : "";
        this.strict = strict;
    }

    List<Problem> problems() {
        return problems;
    }

    List<Problem> warnings() {
        return warnings;
    }

    /** There is no row. */
    void problem(ExitCode exit, String id, String words) {
        problems.add(new Problem(exit, id, prefix + words));
    }

    /** The row deserves a look. */
    void warning(String id, String words) {
        warning(ExitCode.UNUSABLE_DATA, id, words);
    }

    /** The row deserves a look; says how the run ends where such a row is not wanted. */
    void warning(ExitCode ifStrict, String id, String words) {
        if (strict) {
            problem(ifStrict, id, words + "; not written because of --strict");
        } else {
            note(id, words);
        }
    }

    /** Something was put right. */
    void note(String id, String words) {
        warnings.add(new Problem(ExitCode.DONE, id, prefix + words));
    }
}
