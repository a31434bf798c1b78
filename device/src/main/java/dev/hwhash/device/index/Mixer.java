// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.index;

/**
 * Turns texts into numbers of 64 bits that look random: four characters at a step, with the multiplication and shifts of
 * MurmurHash64A (public domain).
 */
final class Mixer {

    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long FACTOR = 0xC6A4A7935BD1E995L;
    private static final int SHIFT = 47;

    private Mixer() {}

    static long of(String text) {
        int length = text.length();
        long mixed = SEED ^ length * FACTOR;
        int at = 0;
        for (; at + 4 <= length; at += 4) {
            long word = text.charAt(at)
                    | (long) text.charAt(at + 1) << 16
                    | (long) text.charAt(at + 2) << 32
                    | (long) text.charAt(at + 3) << 48;
            mixed = step(mixed, word);
        }
        long rest = 0;
        for (; at < length; at++) {
            rest = rest << 16 | text.charAt(at);
        }
        return spread(step(mixed, rest));
    }

    private static long step(long mixed, long word) {
        long scrambled = word * FACTOR;
        scrambled ^= scrambled >>> SHIFT;
        return (mixed ^ scrambled * FACTOR) * FACTOR;
    }

    /** Lets each bit change each other one; a bijection (the finaliser of MurmurHash3). */
    static long spread(long bits) {
        long spread = (bits ^ bits >>> 33) * 0xFF51AFD7ED558CCDL;
        spread = (spread ^ spread >>> 33) * 0xC4CEB9FE1A85EC53L;
        return spread ^ spread >>> 33;
    }
}
