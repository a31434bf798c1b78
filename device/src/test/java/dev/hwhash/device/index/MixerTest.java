// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Serial numbers differ in few characters, at any place. */
class MixerTest {

    @Test
    void eachBitOfATextChangesHalfTheBits() {
        for (int length = 1; length <= 20; length++) {
            String text = "HWHASH-0123456789ABCDEF".substring(0, length);
            for (int bit = 0; bit < 7 * length; bit++) {
                char[] changed = text.toCharArray();
                changed[bit / 7] ^= (char) (1 << bit % 7);
                String other = new String(changed);
                assertThat(Long.bitCount(Mixer.of(text) ^ Mixer.of(other))).isBetween(10, 54);
            }
        }
    }

    @Test
    void consecutiveNumbersDifferInBothHalves() {
        Set<Integer> high = new HashSet<>();
        Set<Integer> low = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            long mixed = Mixer.of("HWHASH-" + i);
            high.add((int) (mixed >>> 32));
            low.add((int) mixed);
        }
        // Of 20 000 random numbers of 32 bits, 0.05 pairs are equal.
        assertThat(high).hasSizeGreaterThan(19_997);
        assertThat(low).hasSizeGreaterThan(19_997);
    }

    @Test
    void theLengthCounts() {
        assertThat(Mixer.of("A")).isNotEqualTo(Mixer.of("A\0"));
        assertThat(Mixer.of("")).isNotEqualTo(Mixer.of("\0"));
    }
}
