// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.web;

/** Breaks a request off with an answer. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    /**
     * Breaks off.
     *
     * @param reply what is answered
     */
    public RefusedException(Reply reply) {
        super("answered " + reply.status());
        this.reply = reply;
    }

    /**
     * Returns what is answered.
     *
     * @return the answer
     */
    public Reply reply() {
        return reply;
    }
}
