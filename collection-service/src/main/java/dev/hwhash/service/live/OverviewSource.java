// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.live;

import java.time.Instant;

/** Where an overview is counted. For use by one thread; to be closed. */
public interface OverviewSource extends AutoCloseable {

    /**
     * Returns a number that changes with all that is stored.
     *
     * @return to be compared with the one before
     */
    long version();

    /**
     * Counts. Takes a good part of a second for a million devices.
     *
     * @param now until when
     * @return the overview
     */
    Overview count(Instant now);

    @Override
    void close();
}
