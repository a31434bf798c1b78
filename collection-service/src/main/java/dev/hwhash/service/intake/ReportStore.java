// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import java.util.List;

/** Where reports are kept. Called by one thread at a time. */
public interface ReportStore {

    /**
     * Stores a group in one transaction; on disk when this returns. If one report breaks something, the others are
     * stored all the same. Never throws for a disk that is full: then every answer says so.
     *
     * @param group the reports, in the order in which they came
     * @return an answer for each, in the same order
     */
    List<Answer> store(List<Submission> group);
}
