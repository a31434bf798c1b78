// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A device on its way. Immutable.
 *
 * @param entry whose it is
 * @param records the ids of Intune's records of its import, as far as they are known
 * @param stage how far it has come
 * @param since when it came there, in nanoseconds of the pace
 */
record Watch(Entry entry, Set<String> records, Stage stage, long since) {

    Watch {
        records = Set.copyOf(records);
    }

    /** How far a device has come. */
    sealed interface Stage {

        /** Intune has its import and has not decided. */
        record Importing() implements Stage {}

        /** Intune lists the import no more: somebody has tidied up, before or after it was decided. */
        record Gone() implements Stage {}

        /**
         * The import is complete; the registered device may not be seen yet.
         *
         * @param deviceId its id; empty: not told yet
         */
        record Imported(Optional<String> deviceId) implements Stage {}

        /**
         * The tenant has the device already; it may not be seen.
         *
         * @param failure how the import was failed for that; empty: a device that may have arrived was found by its
         *     serial number
         */
        record AlreadyThere(Optional<ImportState.Failed> failure) implements Stage {}

        /**
         * A change was accepted, and may not be seen yet.
         *
         * @param deviceId whose
         * @param existing whether the device was there before
         */
        record Changing(String deviceId, boolean existing) implements Stage {}
    }

    static Watch of(Entry entry, Set<String> records, long now) {
        return new Watch(entry, records, new Stage.Importing(), now);
    }

    /** Returns this watch at a stage; the time of one that it has reached before goes on. */
    Watch at(Stage other, long now) {
        return new Watch(entry, records, other, stage.getClass() == other.getClass() ? since : now);
    }

    Watch knowing(List<ImportRecord> found) {
        Set<String> more = new HashSet<>(records);
        found.forEach(record -> more.add(record.id()));
        return new Watch(entry, more, stage, since);
    }
}
