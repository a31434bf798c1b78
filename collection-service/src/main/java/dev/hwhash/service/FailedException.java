// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

/** Ends a command, with what its user is told. */
final class FailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final ExitCode exit;
    private final String words;
    private final String id;

    /** Takes what failed, the value seen and what to do; never a token. */
    FailedException(ExitCode exit, String id, String words) {
        super(words);
        this.words = words;
        this.exit = exit;
        this.id = id;
    }

    ExitCode exit() {
        return exit;
    }

    String id() {
        return id;
    }

    String words() {
        return words;
    }
}
