// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.index;

/**
 * Turns texts into numbers that look random: two functions of 64 bits that have nothing in common. Each takes four
 * characters at a step, with the multiplication and shifts of MurmurHash64A (public domain) and its own constants.
 */
final class Mixer {

    private static final long FIRST_SEED = 0x9E3779B97F4A7C15L;
    private static final long FIRST_FACTOR = 0xC6A4A7935BD1E995L;
    private static final int FIRST_SHIFT = 47;
    private static final long SECOND_SEED = 0xD1B54A32D192ED03L;
    private static final long SECOND_FACTOR = 0x9FB21C651E98DF25L;
    private static final int SECOND_SHIFT = 35;

    private Mixer() {}

    static long first(String text) {
        return mixed(text, FIRST_SEED, FIRST_FACTOR, FIRST_SHIFT);
    }

    static long second(String text) {
        return mixed(text, SECOND_SEED, SECOND_FACTOR, SECOND_SHIFT);
    }

    private static long mixed(String text, long seed, long factor, int shift) {
        int length = text.length();
        long mixed = seed ^ length * factor;
        int at = 0;
        for (; at + 4 <= length; at += 4) {
            long word = text.charAt(at)
                    | (long) text.charAt(at + 1) << 16
                    | (long) text.charAt(at + 2) << 32
                    | (long) text.charAt(at + 3) << 48;
            mixed = step(mixed, word, factor, shift);
        }
        long rest = 0;
        for (; at < length; at++) {
            rest = rest << 16 | text.charAt(at);
        }
        return spread(step(mixed, rest, factor, shift));
    }

    private static long step(long mixed, long word, long factor, int shift) {
        long scrambled = word * factor;
        scrambled ^= scrambled >>> shift;
        return (mixed ^ scrambled * factor) * factor;
    }

    /** Lets each bit change each other one; a bijection (the finaliser of MurmurHash3). */
    static long spread(long bits) {
        long spread = (bits ^ bits >>> 33) * 0xFF51AFD7ED558CCDL;
        spread = (spread ^ spread >>> 33) * 0xC4CEB9FE1A85EC53L;
        return spread ^ spread >>> 33;
    }
}
