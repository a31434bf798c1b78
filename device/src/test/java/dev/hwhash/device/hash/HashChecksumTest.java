// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import static dev.hwhash.device.hash.Readings.damage;
import static dev.hwhash.device.hash.Readings.intact;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashChecksumTest {

    private static final SyntheticHash HASH = SyntheticHash.of("HWHASH-0001");
    private static final int CHECKSUM_RECORD = 36;
    /** Record type 1 starts at byte 4; its last byte is the version of the tool. */
    private static final int TOOL_VERSION = 4 + 4 + 23;

    @Test
    void aRightChecksumHolds() {
        assertThat(intact(HASH.text()).checksum()).isEqualTo(Checksum.HOLDS);
    }

    @Test
    void aRightChecksumHoldsWithoutZerosBehindIt() {
        assertThat(intact(HASH.paddedTo(0).text()).checksum()).isEqualTo(Checksum.HOLDS);
    }

    @Test
    void aRightChecksumHoldsWhateverTheRecordsAre() {
        SyntheticHash unknown = HASH.record(31, new byte[] {1, 2, 3}).record(0xFFFE, new byte[0]);

        assertThat(intact(unknown.text()).checksum()).isEqualTo(Checksum.HOLDS);
    }

    @Test
    void aRightChecksumHoldsForANewerTool() {
        assertThat(intact(HASH.toolVersion(10).text()).checksum()).isEqualTo(Checksum.HOLDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 7, 8, 9})
    void aWrongChecksumOfAKnownToolIsDamage(int toolVersion) {
        SyntheticHash hash = HASH.toolVersion(toolVersion);

        assertThat(damage(hash.flipped(8 * (hash.total() - 1)).text())).isEqualTo("its checksum does not match");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 255})
    void aWrongChecksumOfANewerToolIsTaken(int toolVersion) {
        SyntheticHash hash = HASH.toolVersion(toolVersion);

        assertThat(intact(hash.flipped(8 * (hash.total() + 10)).text()).checksum())
                .isEqualTo(Checksum.UNKNOWN_TOOL);
    }

    @Test
    void aWrongChecksumWithoutACaptureRecordIsDamage() {
        SyntheticHash hash = HASH.without(1);

        assertThat(damage(hash.flipped(8 * (hash.total() - 1)).text())).isEqualTo("its checksum does not match");
    }

    @Test
    void noChecksumRecordIsTaken() {
        assertThat(intact(HASH.withoutChecksum().text()).checksum()).isEqualTo(Checksum.MISSING);
        assertThat(intact(HASH.withoutChecksum().paddedTo(0).text()).checksum()).isEqualTo(Checksum.MISSING);
    }

    @Test
    void aHashOfHeaderAloneIsTakenWithoutChecksum() {
        assertThat(intact("T0EEAA==").checksum()).isEqualTo(Checksum.MISSING);
        assertThat(intact("T0EEAA==").records()).isEmpty();
    }

    @Test
    void recordsThatDoNotAddUpAreDamageWhereNoChecksumSpeaksForThem() {
        SyntheticHash hash = HASH.withoutChecksum();

        assertThat(damage(hash.statingLength(hash.total() + 2).text()))
                .isEqualTo("its records do not add up to the length it states, and it has no checksum");
    }

    @Test
    void recordsThatDoNotAddUpAreTakenFromANewerTool() {
        SyntheticHash hash = HASH.withoutChecksum().toolVersion(10);

        assertThat(intact(hash.statingLength(hash.total() + 2).text()).checksum())
                .isEqualTo(Checksum.MISSING);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 3001, 0xFFFF})
    void aLengthThatCannotBeIsDamage(int stated) {
        assertThat(damage(HASH.statingLength(stated).text()))
                .isEqualTo("it says that it has " + stated + " bytes, but 3000 are there");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void aLengthThatMissesTheChecksumRecordIsDamage(int off) {
        assertThat(damage(HASH.statingLength(HASH.total() + off).text())).contains("checksum");
    }

    @Test
    void aLengthThatEndsAtAnEarlierRecordIsDamage() {
        int lastRecord = 4 + 2;

        assertThat(damage(HASH.statingLength(HASH.total() - lastRecord).text()))
                .isEqualTo("its checksum does not match");
    }

    @Test
    void aHashCutInItsChecksumRecordIsDamage() {
        for (int kept = 1; kept < CHECKSUM_RECORD; kept++) {
            assertThat(damage(HASH.cutTo(HASH.total() + kept).text()))
                    .as("%d bytes of the checksum record", kept)
                    .isEqualTo("its checksum does not match");
        }
    }

    @Test
    void aHashCutInItsRecordsIsDamage() {
        assertThat(damage(HASH.cutTo(HASH.total() - 1).text())).startsWith("it says that it has ");
        assertThat(damage(HASH.cutTo(4).text())).startsWith("it says that it has ");
    }

    @Test
    void aHashCutInItsZerosIsWhole() {
        assertThat(intact(HASH.cutTo(HASH.total() + CHECKSUM_RECORD).text()).checksum())
                .isEqualTo(Checksum.HOLDS);
    }

    @Test
    void everyFlippedBitOfTheChecksumRecordIsDamage() {
        for (int bit = 8 * HASH.total(); bit < 8 * (HASH.total() + CHECKSUM_RECORD); bit++) {
            assertThat(damage(HASH.flipped(bit).text())).as("bit %d", bit).isEqualTo("its checksum does not match");
        }
    }

    @Test
    void aFlippedToolVersionShowsInTheChecksum() {
        // 9 to 11: a newer tool, as far as anybody can tell.
        assertThat(intact(HASH.flipped(8 * TOOL_VERSION + 1).text()).checksum()).isEqualTo(Checksum.UNKNOWN_TOOL);
        // 9 to 8: a known one.
        assertThat(damage(HASH.flipped(8 * TOOL_VERSION).text())).isEqualTo("its checksum does not match");
    }
}
