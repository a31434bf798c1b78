// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.index;

/** By what {@link KeyTable} finds a row; computed from its {@link Fingerprint}. */
enum Key {
    /** The endorsement key. */
    EK {
        @Override
        boolean isKnown(long[] words, int at) {
            return Fingerprint.hasPair(words, at + Fingerprint.EK);
        }

        @Override
        long mixed(long[] words, int at) {
            return pair(words, at + Fingerprint.EK);
        }

        @Override
        boolean same(long[] one, int at, long[] other, int otherAt) {
            return Fingerprint.samePair(one, at + Fingerprint.EK, other, otherAt + Fingerprint.EK);
        }
    },
    /** The UUID. */
    UUID {
        @Override
        boolean isKnown(long[] words, int at) {
            return Fingerprint.hasPair(words, at + Fingerprint.UUID);
        }

        @Override
        long mixed(long[] words, int at) {
            return pair(words, at + Fingerprint.UUID);
        }

        @Override
        boolean same(long[] one, int at, long[] other, int otherAt) {
            return Fingerprint.samePair(one, at + Fingerprint.UUID, other, otherAt + Fingerprint.UUID);
        }
    },
    /** The serial number. */
    SERIAL_NUMBER {
        @Override
        boolean isKnown(long[] words, int at) {
            return words[at + Fingerprint.SERIAL_NUMBER] != 0;
        }

        @Override
        long mixed(long[] words, int at) {
            return words[at + Fingerprint.SERIAL_NUMBER];
        }

        @Override
        boolean same(long[] one, int at, long[] other, int otherAt) {
            return one[at + Fingerprint.SERIAL_NUMBER] == other[otherAt + Fingerprint.SERIAL_NUMBER];
        }
    },
    /** The UUID, and whether there is an endorsement key. */
    UUID_AND_KIND {
        @Override
        boolean isKnown(long[] words, int at) {
            return UUID.isKnown(words, at);
        }

        @Override
        long mixed(long[] words, int at) {
            return UUID.mixed(words, at) + Fingerprint.kind(words, at);
        }

        @Override
        boolean same(long[] one, int at, long[] other, int otherAt) {
            return Fingerprint.kind(one, at) == Fingerprint.kind(other, otherAt) && UUID.same(one, at, other, otherAt);
        }
    },
    /** Serial number, manufacturer and model, and whether there are an endorsement key and a UUID. */
    NAMES_AND_KIND {
        @Override
        boolean isKnown(long[] words, int at) {
            return Fingerprint.isNamed(words, at);
        }

        @Override
        long mixed(long[] words, int at) {
            return pair(words, at + Fingerprint.SERIAL_NUMBER) + Fingerprint.kind(words, at);
        }

        @Override
        boolean same(long[] one, int at, long[] other, int otherAt) {
            return Fingerprint.kind(one, at) == Fingerprint.kind(other, otherAt)
                    && Fingerprint.samePair(
                            one, at + Fingerprint.SERIAL_NUMBER, other, otherAt + Fingerprint.SERIAL_NUMBER);
        }
    };

    /** Returns whether a fingerprint has what makes up this key. */
    abstract boolean isKnown(long[] words, int at);

    /** Returns a number of the key, not yet spread. */
    abstract long mixed(long[] words, int at);

    /** Returns whether two fingerprints that both have the key have the same. */
    abstract boolean same(long[] one, int at, long[] other, int otherAt);

    private static long pair(long[] words, int at) {
        return words[at] ^ Long.rotateLeft(words[at + 1], 23);
    }
}
