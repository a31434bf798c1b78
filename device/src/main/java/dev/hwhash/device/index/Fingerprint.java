// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.index;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.SameDevice;
import dev.hwhash.device.hash.EkHash;
import dev.hwhash.device.hash.SmbiosUuid;
import java.util.Optional;

/**
 * An identity as six numbers: 128 bits each of endorsement key and UUID, 64 of the serial number, 32 each of
 * manufacturer and model. What is missing is 0. The least that makes a YES of {@link SameDevice} is 128 bits: among a
 * million devices two are taken for one by chance once in 10^26 files.
 */
final class Fingerprint {

    /** How many numbers there are. */
    static final int WORDS = 6;
    /** Where the endorsement key stands, in two numbers. */
    static final int EK = 0;
    /** Where the UUID stands, in two numbers. */
    static final int UUID = 2;
    /** Where the serial number stands. */
    static final int SERIAL_NUMBER = 4;
    /** Where manufacturer and model stand, 32 bits each. */
    static final int NAMES = 5;

    /** A kind with an endorsement key. */
    static final int HAS_EK = 1;
    /** A kind with a UUID. */
    static final int HAS_UUID = 2;

    /** Two random numbers: all zeros must not be what somebody could write. */
    private static final long HIGH = 0x8A91A6D40BF42040L;

    private static final long LOW = 0x2F90B72E996DCCBEL;

    private static final long LOW_HALF = 0xFFFFFFFFL;

    private Fingerprint() {}

    static long[] of(DeviceIdentity identity) {
        long[] words = new long[WORDS];
        Optional<EkHash> ek = identity.ekHash();
        if (ek.isPresent()) {
            words[EK] = ek.get().first() ^ HIGH;
            words[EK + 1] = ek.get().second() ^ LOW;
        }
        Optional<SmbiosUuid> uuid = identity.smbiosUuid();
        if (uuid.isPresent()) {
            words[UUID] = uuid.get().value().getMostSignificantBits() ^ HIGH;
            words[UUID + 1] = uuid.get().value().getLeastSignificantBits() ^ LOW;
        }
        Optional<String> serialNumber = identity.serialNumber();
        if (serialNumber.isPresent()) {
            long serial = Mixer.of(serialNumber.get());
            words[SERIAL_NUMBER] = serial == 0 ? 1 : serial;
        }
        words[NAMES] = name(identity.manufacturer()) << Integer.SIZE | name(identity.model());
        return words;
    }

    private static long name(Optional<String> name) {
        if (name.isEmpty()) {
            return 0;
        }
        long bits = Mixer.of(name.get()) >>> Integer.SIZE;
        return bits == 0 ? 1 : bits;
    }

    /** Compares as {@link SameDevice#compare} does; each fingerprint starts at an index of its array. */
    static SameDevice compare(long[] one, int at, long[] other, int otherAt) {
        if (hasPair(one, at + EK) && hasPair(other, otherAt + EK)) {
            return samePair(one, at + EK, other, otherAt + EK)
                    ? SameDevice.YES
                    : twoTpms(one, at, other, otherAt) ? SameDevice.CONFLICT : SameDevice.NO;
        }
        if (hasPair(one, at + UUID) && hasPair(other, otherAt + UUID)) {
            return samePair(one, at + UUID, other, otherAt + UUID) ? SameDevice.YES : SameDevice.NO;
        }
        return byNames(one, at, other, otherAt);
    }

    private static boolean twoTpms(long[] one, int at, long[] other, int otherAt) {
        return hasPair(one, at + UUID)
                && samePair(one, at + UUID, other, otherAt + UUID)
                && sameSerialNumber(one, at, other, otherAt);
    }

    /** One name that differs tells two devices apart; to be the same, all three must be known and equal. */
    private static SameDevice byNames(long[] one, int at, long[] other, int otherAt) {
        long names = one[at + NAMES];
        long otherNames = other[otherAt + NAMES];
        boolean differ = differ(one[at + SERIAL_NUMBER], other[otherAt + SERIAL_NUMBER])
                || differ(names >>> Integer.SIZE, otherNames >>> Integer.SIZE)
                || differ(names & LOW_HALF, otherNames & LOW_HALF);
        if (differ) {
            return SameDevice.NO;
        }
        return isNamed(one, at) && isNamed(other, otherAt) ? SameDevice.YES : SameDevice.UNCERTAIN;
    }

    /** Returns whether serial number, manufacturer and model are all known. */
    static boolean isNamed(long[] words, int at) {
        long names = words[at + NAMES];
        return words[at + SERIAL_NUMBER] != 0 && names >>> Integer.SIZE != 0 && (names & LOW_HALF) != 0;
    }

    static boolean sameSerialNumber(long[] one, int at, long[] other, int otherAt) {
        return one[at + SERIAL_NUMBER] != 0 && one[at + SERIAL_NUMBER] == other[otherAt + SERIAL_NUMBER];
    }

    /** Returns which identifiers there are besides the names: 1 for the endorsement key, 2 for the UUID. */
    static int kind(long[] words, int at) {
        return (hasPair(words, at + EK) ? HAS_EK : 0) | (hasPair(words, at + UUID) ? HAS_UUID : 0);
    }

    static boolean hasPair(long[] words, int at) {
        return (words[at] | words[at + 1]) != 0;
    }

    static boolean samePair(long[] one, int at, long[] other, int otherAt) {
        return one[at] == other[otherAt] && one[at + 1] == other[otherAt + 1];
    }

    private static boolean differ(long one, long other) {
        return one != other && one != 0 && other != 0;
    }
}
