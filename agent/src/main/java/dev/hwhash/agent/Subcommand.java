// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** A subcommand: its options are fields whose values picocli sets, then it runs once. */
interface Subcommand {

    /** Returns name, words and options. */
    CommandSpec spec();

    /** Returns the options that it shares with the others. */
    CommonOptions common();

    /** Does the work; returns what went wrong, or throws the one thing that stopped it. */
    List<Problem> run(Session session) throws ProblemException;

    /** Does what comes behind the words on problems; most commands have nothing to add. */
    default void end() {}
}
