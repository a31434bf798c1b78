// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.index;

import java.util.Arrays;

/**
 * The devices by all that makes two rows one device. No two devices in it are the same by {@link
 * dev.hwhash.device.SameDevice}. Not thread-safe.
 */
final class Register {

    /** As many as one row of names alone can be the same as, two of each kind counted. */
    static final int MOST = 8;

    private static final int KINDS = 4;

    private final KeyTable eks;
    private final Chains uuids;
    private final Chains names;
    private final long[] sought = new long[Fingerprint.WORDS];
    private final int[] found = new int[MOST];
    private int count;

    /** The links between devices stand in the halves of a word. */
    Register(Entries entries, int links) {
        eks = new KeyTable(entries, Key.EK);
        uuids = new Chains(entries, Key.UUID_AND_KIND, links, true);
        names = new Chains(entries, Key.NAMES_AND_KIND, links, false);
    }

    void add(int device) {
        eks.put(device);
        uuids.add(device);
        names.add(device);
    }

    void remove(int device) {
        eks.remove(device);
        uuids.remove(device);
        names.remove(device);
    }

    /**
     * Looks for all devices that a row is the same as. Where several are so by the same kind of identifiers, only two:
     * they are known to be two devices, and so the row does not tell which it is.
     */
    void seek(long[] words) {
        count = 0;
        System.arraycopy(words, 0, sought, 0, sought.length);
        int kind = Fingerprint.kind(words, 0);
        int byEk = eks.find(words, 0);
        if (byEk != KeyTable.NONE) {
            found[count++] = byEk;
        }
        for (int other = 0; other < KINDS; other++) {
            boolean decidedByEk = (kind & other & Fingerprint.HAS_EK) != 0;
            boolean bothHaveUuid = (kind & other & Fingerprint.HAS_UUID) != 0;
            if (!decidedByEk) {
                makeKind(words, other);
                take(bothHaveUuid ? uuids : names);
            }
        }
    }

    /** Makes the row that is sought one of another kind; which key or UUID it has besides counts for nothing. */
    private void makeKind(long[] words, int kind) {
        sought[Fingerprint.EK] = kind & Fingerprint.HAS_EK;
        sought[Fingerprint.EK + 1] = 0;
        boolean hasUuid = (kind & Fingerprint.HAS_UUID) != 0;
        boolean known = Fingerprint.hasPair(words, Fingerprint.UUID);
        sought[Fingerprint.UUID] = hasUuid ? known ? words[Fingerprint.UUID] : 1 : 0;
        sought[Fingerprint.UUID + 1] = hasUuid && known ? words[Fingerprint.UUID + 1] : 0;
    }

    private void take(Chains chains) {
        int first = chains.first(sought);
        if (first != KeyTable.NONE) {
            found[count++] = first;
            int second = chains.next(first);
            if (second != KeyTable.NONE) {
                found[count++] = second;
            }
        }
    }

    /** Returns the devices that were found. */
    int[] found() {
        return Arrays.copyOf(found, count);
    }

    boolean foundNone() {
        return count == 0;
    }

    /** Forgets all devices. */
    void clear() {
        eks.clear();
        uuids.clear();
        names.clear();
    }
}
