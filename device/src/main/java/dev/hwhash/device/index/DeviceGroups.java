// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.index;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.SameDevice;
import dev.hwhash.device.index.Claim.Decision;
import dev.hwhash.device.index.Joining.Contest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds out of rows by the million which are about one device, and which of them stands for it. Each row is compared
 * with the rows that stand for a device at that moment, as {@link SameDevice} does: a row that is the same as some of
 * them makes one device of them all, and of their rows the one with the best {@link Claim} stands for it. A row that is
 * the same as two devices that are known to differ belongs to none.
 *
 * <p>Takes 110 to 117 bytes a device and 4 a row. Not thread-safe.
 */
public final class DeviceGroups {

    /** No device. */
    private static final int NONE = -1;

    private final Devices devices = new Devices();
    private final Register register = devices.register();
    private final Ints deviceOf = new Ints();

    /** Starts without a row. */
    public DeviceGroups() {}

    /**
     * Adds a row; rows are numbered from 0 as they come.
     *
     * @param identity by what its device is known
     * @param claim what it has to say for itself
     * @param place any number by which the caller finds the row again
     * @return what became of it
     */
    public Joining add(DeviceIdentity identity, Claim claim, long place) {
        long[] fingerprint = Fingerprint.of(identity);
        register.seek(fingerprint);
        if (register.foundNone()) {
            int device = devices.add();
            stand(device, fingerprint, claim, place);
            deviceOf.add(device);
            return Joining.NEW;
        }
        int[] same = register.found();
        sort(same);
        Joining differing = differing(same);
        if (!differing.candidates().isEmpty()) {
            deviceOf.add(NONE);
            return differing;
        }
        Joining joining = join(same, fingerprint, claim, place);
        deviceOf.add(same[0]);
        return joining;
    }

    private void stand(int device, long[] fingerprint, Claim claim, long place) {
        devices.set(device, fingerprint, claim, place, deviceOf.count());
        register.add(device);
    }

    /** By the rows that stand for them, in the order of the input. */
    private void sort(int[] same) {
        for (int i = 1; i < same.length; i++) {
            int device = same[i];
            int at = i;
            while (at > 0 && devices.row(same[at - 1]) > devices.row(device)) {
                same[at] = same[at - 1];
                at--;
            }
            same[at] = device;
        }
    }

    private Joining differing(int[] same) {
        for (int one : same) {
            for (int other : same) {
                if (one != other && devices.compare(one, other) != SameDevice.UNCERTAIN) {
                    return new Joining(List.of(), List.of(devices.place(one), devices.place(other)));
                }
            }
        }
        return Joining.NEW;
    }

    private Joining join(int[] same, long[] fingerprint, Claim claim, long place) {
        List<Contest> contests = new ArrayList<>(same.length);
        int best = same[0];
        for (int i = 1; i < same.length; i++) {
            Claim other = devices.claim(same[i]);
            boolean later = decide(best, other, devices.place(same[i]), contests);
            best = later ? same[i] : best;
        }
        boolean later = decide(best, claim, place, contests);
        if (later || same.length > 1) {
            long[] winner = later ? fingerprint : devices.fingerprint(best);
            Claim winners = later ? claim : devices.claim(best);
            long winnersPlace = later ? place : devices.place(best);
            int row = later ? deviceOf.count() : devices.row(best);
            unite(same);
            devices.set(same[0], winner, winners, winnersPlace, row);
            register.add(same[0]);
        }
        return new Joining(contests, List.of());
    }

    /** Returns whether the later of two rows stands for their device. */
    private boolean decide(int device, Claim later, long place, List<Contest> contests) {
        Claim claim = devices.claim(device);
        Decision decision = claim.against(later);
        long winner = decision.later() ? place : devices.place(device);
        long loser = decision.later() ? devices.place(device) : place;
        contests.add(new Contest(winner, loser, decision.reason(), claim.equals(later)));
        return decision.later();
    }

    private void unite(int[] same) {
        for (int device : same) {
            register.remove(device);
            if (device != same[0]) {
                devices.merge(device, same[0]);
            }
        }
    }

    /**
     * Ends the adding: makes room, and names the devices that somebody should look at, those that may be one only where
     * they share the serial number. Of more than 16 devices with one UUID or serial number, not each pair is named.
     *
     * @param doubts takes each pair once
     * @return which row stands for which device
     */
    public GroupedRows finish(Consumer<Doubt> doubts) {
        register.clear();
        new Doubts(devices).tell(doubts);
        return GroupedRows.of(devices, deviceOf);
    }
}
