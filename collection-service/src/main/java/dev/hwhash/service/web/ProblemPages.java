// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import io.javalin.http.Context;

/** Says to people what programs are told by a problem document. */
@FunctionalInterface
public interface ProblemPages {

    /** Tells people as programs. */
    ProblemPages NONE =
            (context, problem) -> context.contentType(Problem.MEDIA_TYPE).result(problem.json());

    /**
     * Writes the page; the status is set.
     *
     * @param context a request outside the paths for programs
     * @param problem what went wrong
     */
    void write(Context context, Problem problem);
}
