// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.Fate;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.retry.Pace;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The devices on their way, the one place where they come and go. */
final class Watches {

    private final Map<UUID, Watch> watches = new LinkedHashMap<>();
    private final OpenEntries open;
    private final Sweep sweep;
    private final Pace pace;

    Watches(OpenEntries open, Sweep sweep, Pace pace) {
        this.open = open;
        this.sweep = sweep;
        this.pace = pace;
    }

    boolean isEmpty() {
        return watches.isEmpty();
    }

    List<Watch> all() {
        return List.copyOf(watches.values());
    }

    void put(Watch watch) {
        watches.put(watch.entry().id(), watch);
    }

    /** Moves a device on, or leaves it where it is. */
    void move(Watch watch, Watch.Stage stage, String seen) {
        put(watch.at(stage, pace.nanos()));
        open.saw(watch.entry().id(), seen);
    }

    /** First the ledger, then Intune forgets the import: nobody would know of it otherwise. */
    void end(Watch watch, Fate fate) throws LedgerException {
        open.end(watch.entry().id(), fate);
        watches.remove(watch.entry().id());
        sweep.later(watch.records());
    }

    /** Returns how long a device has been where it is. */
    Duration waited(Watch watch) {
        return Duration.ofNanos(pace.nanos() - watch.since());
    }

    long now() {
        return pace.nanos();
    }
}
