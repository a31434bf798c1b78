// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import java.io.PrintStream;

/** One of the things that the command line can ask for. */
interface Command {

    /** Does it; the result goes to out, words to the log. */
    void run(PrintStream out) throws FailedException;
}
