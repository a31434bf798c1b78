// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader;

import dev.hwhash.uploader.outbox.Listed;
import java.util.List;

/** How a run has ended. Immutable. */
public sealed interface Ended {

    /**
     * Each report has had its turn; what became of it has been told.
     *
     * @param damaged files that were set aside, since they cannot be read as reports
     */
    record Done(List<Listed.Damaged> damaged) implements Ended {

        /** Copies the list. */
        public Done {
            damaged = List.copyOf(damaged);
        }
    }

    /**
     * Another process has been sending all the time that there was to wait; it sends these reports too.
     *
     * @param words what was seen and what to do
     */
    record Busy(String words) implements Ended {}
}
