// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.device.Format;
import java.util.List;

/** Where devices come from: this PC, or captures. */
interface Source {

    /**
     * Reads what a format needs.
     *
     * @param problems gets what could not be read, where something else could
     * @throws ProblemException if nothing could be read at all
     */
    List<Candidate> read(Format format, List<Problem> problems) throws ProblemException;
}
