// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

/** The rest of a run would meet the same trouble. */
final class StoppedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;

    StoppedException(Trouble trouble) {
        super(trouble.words());
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}
