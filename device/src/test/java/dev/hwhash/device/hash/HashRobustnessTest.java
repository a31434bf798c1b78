// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class HashRobustnessTest {

    private static final SyntheticHash HASH = SyntheticHash.of("HWHASH-0001");
    private static final String INTACT = HASH.text();
    private static final int PADDING = HASH.total() + 36;
    private static final int TOOL_VERSION = 4 + 4 + 23;

    @Property(tries = 2000)
    void aFlippedBitIsNoticedUnlessItIsPadding(@ForAll @IntRange(max = 8 * 3000 - 1) int bit) {
        HashReading reading = HardwareHash.read(HASH.flipped(bit).text());

        if (bit / 8 >= PADDING) {
            assertThat(reading).isInstanceOf(HardwareHash.class);
        } else if (reading instanceof HardwareHash hash) {
            assertThat(bit / 8).as("the byte that makes it a newer tool's").isEqualTo(TOOL_VERSION);
            assertThat(hash.checksum()).isEqualTo(Checksum.UNKNOWN_TOOL);
        }
    }

    /** One wrong character of the text, as a faulty cable or a slip of the keyboard makes it. */
    @Property
    void aWrongCharacterIsNoticedUnlessItIsPadding(
            @ForAll @IntRange(max = 3999) int at, @ForAll @IntRange(min = 1, max = 63) int off) {
        assertNoticedUnlessItIsPadding(at, off);
    }

    /** A character that holds the last bits of the checksum may hold the first bits of the padding too. */
    @Example
    void aWrongCharacterIsNoticedWhereThePaddingBegins() {
        int border = PADDING * 8 / 6;
        for (int at = border - 4; at <= border + 4; at++) {
            for (int off = 1; off < 64; off++) {
                assertNoticedUnlessItIsPadding(at, off);
            }
        }
    }

    private static void assertNoticedUnlessItIsPadding(int at, int off) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        int right = alphabet.indexOf(INTACT.charAt(at));
        int wrong = (right + off) % 64;
        int firstWrongBit = at * 6 + Integer.numberOfLeadingZeros(right ^ wrong) - (Integer.SIZE - 6);

        HashReading reading =
                HardwareHash.read(INTACT.substring(0, at) + alphabet.charAt(wrong) + INTACT.substring(at + 1));

        boolean holds = reading instanceof HardwareHash hash && hash.checksum() == Checksum.HOLDS;
        assertThat(holds).isEqualTo(firstWrongBit / 8 >= PADDING);
    }

    @Property
    void aHashCutAnywhereHoldsOnlyIfThePaddingAloneIsCut(@ForAll @IntRange(max = 3999) int length) {
        HashReading reading = HardwareHash.read(INTACT.substring(0, length));

        boolean holds = reading instanceof HardwareHash hash && hash.checksum() == Checksum.HOLDS;
        assertThat(holds).isEqualTo(length * 6 / 8 >= PADDING);
    }

    @Property
    void noTextMakesItFail(@ForAll String text) {
        assertThat(HardwareHash.read(text)).isNotNull();
    }

    @Property
    void noBytesMakeItFail(@ForAll @Size(max = 200) byte[] bytes) {
        readAll(bytes);
    }

    /** Random records behind a true head, so that every reader meets payloads of every length. */
    @Property
    void noRecordMakesItFail(
            @ForAll @IntRange(max = 40) int type, @ForAll @Size(max = 60) byte[] payload, @ForAll boolean whole) {
        SyntheticHash hash = HASH.record(type, payload).paddedTo(0);

        readAll(whole ? hash.bytes() : hash.withoutChecksum().bytes());
    }

    @Example
    void theSameCallsGiveTheSameHash() {
        assertThat(SyntheticHash.of("HWHASH-0001").text()).isEqualTo(INTACT);
    }

    private static void readAll(byte[] bytes) {
        HashReading reading = HardwareHash.read(Base64.getEncoder().encodeToString(bytes));
        if (reading instanceof HardwareHash hash) {
            assertThat(hash.capture()).isNotNull();
            assertThat(hash.serialNumber()).isNotNull();
            assertThat(hash.smbiosUuid()).isNotNull();
            assertThat(hash.ekHash()).isNotNull();
            assertThat(hash.records()).doesNotContainNull();
        }
    }
}
