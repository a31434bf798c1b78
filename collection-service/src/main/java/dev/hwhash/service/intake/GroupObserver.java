// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import java.time.Duration;

/** Is told of each group of reports, by the thread that stores them. */
public interface GroupObserver {

    /**
     * A group was dealt with.
     *
     * @param reports how many are in it
     * @param took how long it took, the forcing of the disk included
     */
    void stored(int reports, Duration took);

    /**
     * A group could not be dealt with.
     *
     * @param defect why
     */
    void failed(Throwable defect);
}
