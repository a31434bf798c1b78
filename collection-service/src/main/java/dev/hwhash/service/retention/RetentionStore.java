// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.retention;

import dev.hwhash.service.audit.Actor;
import java.time.Instant;

/** Devices and their age, as they are stored. For use by many threads at once. */
public interface RetentionStore {

    /**
     * Returns the setting.
     *
     * @return {@link RetentionDays#FOR_EVER} where nobody has set it
     */
    RetentionDays days();

    /**
     * Changes the setting; on disk when this returns.
     *
     * @param days the new one
     * @param actor who changes it
     */
    void set(RetentionDays days, Actor actor);

    /**
     * Counts the devices of which nothing was received for long.
     *
     * @param cutoff since when
     * @return how many
     */
    long devicesBefore(Instant cutoff);

    /**
     * Deletes some of those devices, with all of them, in a short transaction, and says so in the audit log.
     *
     * @param cutoff as above
     * @param after number of the last device of the piece before; 0: from the first
     * @return what was deleted
     */
    Piece deleteDevices(Instant cutoff, long after);

    /**
     * Deletes some old reports of devices that stay, in a short transaction: none whose facts or hash the device has, and
     * none about which somebody decided.
     *
     * @param cutoff reports received before it
     * @param after row number of the last report of the piece before; 0: from the first
     * @return what was deleted
     */
    Piece deleteReports(Instant cutoff, long after);

    /** Has what was deleted leave the files too, where nobody reads just now. */
    void overwrite();

    /**
     * Part of a sweep.
     *
     * @param deleted how many
     * @param last where the next piece goes on
     * @param isLast whether there is no next piece
     */
    record Piece(int deleted, long last, boolean isLast) {}
}
