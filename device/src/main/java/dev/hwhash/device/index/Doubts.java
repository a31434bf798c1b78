// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.index;

import dev.hwhash.device.SameDevice;
import java.util.function.Consumer;

/** Looks for devices that may be one, or claim to be, among those that share a UUID or a serial number. */
final class Doubts {

    /** A serial number that a maker has left in all its boards must not make the search endless. */
    private static final int MOST_LOOKS = 16;

    private final Devices devices;
    private final Chains uuids;
    private final Chains serialNumbers;

    Doubts(Devices devices) {
        this.devices = devices;
        this.uuids = devices.byUuid();
        this.serialNumbers = devices.bySerialNumber();
    }

    void tell(Consumer<Doubt> doubts) {
        for (int device = 0; device < devices.count(); device++) {
            if (devices.now(device) == device) {
                tell(device, uuids, SameDevice.CONFLICT, doubts);
                tell(device, serialNumbers, SameDevice.UNCERTAIN, doubts);
            }
        }
    }

    private void tell(int device, Chains chains, SameDevice verdict, Consumer<Doubt> doubts) {
        int other = chains.first(devices.fingerprint(device));
        for (int looks = 0; other != KeyTable.NONE && looks < MOST_LOOKS; looks++) {
            if (devices.compare(device, other) == verdict) {
                boolean later = devices.row(device) > devices.row(other);
                int first = later ? other : device;
                int second = later ? device : other;
                doubts.accept(new Doubt(devices.place(first), devices.place(second), verdict));
            }
            other = chains.next(other);
        }
        chains.add(device);
    }
}
