// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.index;

import dev.hwhash.device.SameDevice;

/** The devices of {@link DeviceGroups}, each as the row that stands for it: 80 bytes. Not thread-safe. */
final class Devices {

    private static final int PLACE = Fingerprint.WORDS;
    private static final int TIMES = PLACE + 1;
    /** Checksum and soundness, then the row; of a device that is another now, that device. */
    private static final int ROW = TIMES + 1;

    private static final int LINKS = ROW + 1;
    private static final int WIDTH = LINKS + 1;

    private static final int SOUNDNESS_BITS = 2;
    private static final long LOW_HALF = 0xFFFFFFFFL;

    private final Entries entries = new Entries(WIDTH);

    Register register() {
        return new Register(entries, LINKS);
    }

    Chains bySerialNumber() {
        return new Chains(entries, Key.SERIAL_NUMBER, LINKS, true);
    }

    Chains byUuid() {
        return new Chains(entries, Key.UUID_AND_KIND, LINKS, false);
    }

    int count() {
        return entries.count();
    }

    int add() {
        return entries.add();
    }

    /** Lets a row stand for a device. */
    void set(int device, long[] fingerprint, Claim claim, long place, int row) {
        long[] words = entries.segment(device);
        int at = entries.at(device);
        System.arraycopy(fingerprint, 0, words, at, fingerprint.length);
        words[at + PLACE] = place;
        words[at + TIMES] = (long) claim.hashTime() << Integer.SIZE | (claim.collectedAt() & LOW_HALF);
        long sum = (long) claim.content() << SOUNDNESS_BITS | claim.soundness().code();
        words[at + ROW] = sum << Integer.SIZE | row;
    }

    long[] fingerprint(int device) {
        long[] fingerprint = new long[Fingerprint.WORDS];
        System.arraycopy(entries.segment(device), entries.at(device), fingerprint, 0, fingerprint.length);
        return fingerprint;
    }

    Claim claim(int device) {
        long times = word(device, TIMES);
        int sum = (int) (word(device, ROW) >>> Integer.SIZE);
        return new Claim(
                Claim.Soundness.of(sum & ((1 << SOUNDNESS_BITS) - 1)),
                (int) (times >>> Integer.SIZE),
                (int) times,
                sum >>> SOUNDNESS_BITS);
    }

    long place(int device) {
        return word(device, PLACE);
    }

    /** Returns the row that stands for a device. */
    int row(int device) {
        return (int) word(device, ROW);
    }

    SameDevice compare(int one, int other) {
        return Fingerprint.compare(entries.segment(one), entries.at(one), entries.segment(other), entries.at(other));
    }

    /** Makes a device another one. */
    void merge(int device, int into) {
        entries.segment(device)[entries.at(device) + ROW] = ~into;
    }

    /** Returns the device that a device is now. */
    int now(int device) {
        int now = device;
        while (row(now) < 0) {
            now = ~row(now);
        }
        return now;
    }

    private long word(int device, int word) {
        return entries.segment(device)[entries.at(device) + word];
    }
}
