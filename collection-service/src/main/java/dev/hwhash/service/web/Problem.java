// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import java.util.List;

/**
 * A problem document as RFC 9457 has it, with our members {@code code}, {@code retryable} and {@code rules}.
 *
 * @param code why
 * @param detail what was seen and what to do; never a hash or a token
 * @param rules ids of rules of {@code check}; empty where it is not about rules
 */
public record Problem(ProblemCode code, String detail, List<String> rules) {

    /** The media type of the document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Copies the list. */
    public Problem {
        rules = List.copyOf(rules);
    }

    /**
     * Makes one that is not about rules.
     *
     * @param code why
     * @param detail what was seen and what to do
     * @return a problem
     */
    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail, List.of());
    }

    /**
     * Returns the document.
     *
     * @return UTF-8
     */
    public byte[] json() {
        return Json.problem(this);
    }
}
