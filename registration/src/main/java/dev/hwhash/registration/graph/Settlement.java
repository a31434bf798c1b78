// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.DeviceError;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.graph.GraphAnswer.Refusal;
import dev.hwhash.registration.graph.IntuneOptions.Existing;
import dev.hwhash.registration.graph.Watch.Stage;
import dev.hwhash.registration.retry.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What becomes of a device that was found among the registered ones, or was not. */
final class Settlement {

    private static final String ALREADY = "the device is registered with this tenant already";

    private final Graph graph;
    private final Watches watches;
    private final IntuneOptions options;
    private final Duration patience;
    private final Deadline deadline;

    /**
     * Makes one.
     *
     * @param graph for changes
     * @param watches where the devices end
     * @param options what is wanted of them
     * @param patience how long a device may stay unseen that the tenant is said to have
     * @param deadline when to give up
     */
    Settlement(Graph graph, Watches watches, IntuneOptions options, Duration patience, Deadline deadline) {
        this.graph = graph;
        this.watches = watches;
        this.options = options;
        this.patience = patience;
        this.deadline = deadline;
    }

    /** A device was found by its id, or by its serial number after a complete import. */
    void seen(Watch watch, RegisteredDevice device) throws GraphException, LedgerException {
        boolean existing = watch.stage() instanceof Stage.Changing changing && changing.existing();
        Properties wanted =
                existing ? Properties.of(watch.entry(), options.deviceName()) : Properties.ofNew(options.deviceName());
        if (wanted.holdFor(device)) {
            Optional<String> id = Optional.of(device.id());
            watches.end(
                    watch,
                    existing
                            ? new Fate.AlreadyRegistered(id, ALREADY + "; it was changed as wanted")
                            : new Fate.Registered(id));
        } else if (watch.stage() instanceof Stage.Changing) {
            watches.move(watch, watch.stage(), "Intune has taken the change and does not show it yet");
        } else {
            change(watch, device, wanted, false);
        }
    }

    /** The tenant has the device, and these have its serial number. */
    void alreadyThere(Watch watch, Stage.AlreadyThere there, List<RegisteredDevice> devices)
            throws GraphException, LedgerException {
        if (devices.size() == 1) {
            alreadyThere(watch, there, devices.get(0));
        } else if (devices.size() > 1) {
            watches.end(watch, unchanged(devices.size() + " devices have its serial number, so none was changed"));
        } else if (Device.serial(watch.entry()).isEmpty()) {
            watches.end(watch, unchanged("its serial number tells no device apart, so it was not looked up"));
        } else if (watches.waited(watch).compareTo(patience) >= 0) {
            watches.end(watch, unseen(there));
        }
    }

    private void alreadyThere(Watch watch, Stage.AlreadyThere there, RegisteredDevice device)
            throws GraphException, LedgerException {
        Optional<String> id = Optional.of(device.id());
        Properties wanted = Properties.of(watch.entry(), options.deviceName());
        boolean removedBefore =
                options.existing() == Existing.REPLACE && there.failure().isEmpty();
        if (removedBefore) {
            seen(watch.at(new Stage.Imported(id), watches.now()), device);
        } else if (wanted.holdFor(device)) {
            watches.end(watch, new Fate.AlreadyRegistered(id, ALREADY + ", as it is wanted"));
        } else if (options.existing() == Existing.UPDATE) {
            change(watch, device, wanted, true);
        } else {
            watches.end(
                    watch,
                    new Fate.AlreadyRegistered(
                            id, ALREADY + ", with another " + wanted.missingIn(device) + ", which was left as it is"));
        }
    }

    private void change(Watch watch, RegisteredDevice device, Properties wanted, boolean existing)
            throws GraphException, LedgerException {
        GraphAnswer answer = graph.change(Paths.update(device.id()), wanted.body(device), deadline);
        if (answer instanceof Refusal refusal) {
            watches.end(
                    watch,
                    new Fate.Refused(
                            "not-changed",
                            refusal.code(),
                            "the device is registered, but Graph refuses to change its " + wanted.missingIn(device)
                                    + ": " + refusal.words()));
        } else {
            watches.move(
                    watch,
                    new Stage.Changing(device.id(), existing),
                    "Intune has taken the change and does not show it yet");
        }
    }

    private static Fate unchanged(String why) {
        return new Fate.AlreadyRegistered(Optional.empty(), ALREADY + "; " + why);
    }

    private static Fate unseen(Stage.AlreadyThere there) {
        boolean twin = there.failure()
                .flatMap(failure -> DeviceError.of(failure.code(), failure.name()))
                .filter(error -> error == DeviceError.DUPLICATED)
                .isPresent();
        if (!twin) {
            return unchanged("the list of devices does not show it; if it stays so for a day, ask Microsoft's support");
        }
        ImportState.Failed failure = there.failure().orElseThrow();
        return new Fate.Refused(
                DeviceError.shortest(failure.code(), failure.name()),
                failure.name(),
                DeviceError.words(failure.code(), failure.name()));
    }
}
