// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import java.nio.file.Path;
import java.util.List;

/**
 * What somebody asked of {@code stick collect}.
 *
 * @param stick the root of the stick
 * @param captures files to read instead of this PC; none: this PC
 * @param shutDown whether to shut the PC down after success
 * @param ownWindow whether the window closes with the command, so that its words must be waited for
 * @param askedForRights whether Windows was asked already to run this as administrator
 * @param options the words of the command line that another run as administrator needs too
 */
public record VisitRequest(
        Path stick,
        List<Path> captures,
        boolean shutDown,
        boolean ownWindow,
        boolean askedForRights,
        List<String> options) {

    /** Copies the lists, and makes the stick's path one that holds in any folder. */
    public VisitRequest {
        stick = stick.toAbsolutePath().normalize();
        captures = List.copyOf(captures);
        options = List.copyOf(options);
    }
}
