// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import static dev.hwhash.device.hash.Readings.kind;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is broken, told by kind. */
class DamagedHashTest {

    private static final SyntheticHash HASH = SyntheticHash.of("HWHASH-0001");

    @Test
    void otherCharactersAreNotBase64() {
        assertThat(kind(HASH.text().replace('A', '-'))).isEqualTo(DamagedHash.Kind.NOT_BASE64);
    }

    @Test
    void anotherStartIsNoMagic() {
        assertThat(kind("QUJDREVG")).isEqualTo(DamagedHash.Kind.NO_MAGIC);
        assertThat(kind("T0E=")).isEqualTo(DamagedHash.Kind.NO_MAGIC);
        assertThat(kind("")).isEqualTo(DamagedHash.Kind.NO_MAGIC);
    }

    @Test
    void fewerBytesThanStatedAreACut() {
        assertThat(kind(HASH.cutTo(HASH.total() - 1).text())).isEqualTo(DamagedHash.Kind.CUT);
    }

    @Test
    void aWrongOrBrokenChecksumIsAChecksum() {
        assertThat(kind(HASH.flipped(8 * 40).text())).isEqualTo(DamagedHash.Kind.CHECKSUM);
        assertThat(kind(HASH.cutTo(HASH.total() + 35).text())).isEqualTo(DamagedHash.Kind.CHECKSUM);
    }

    @Test
    void recordsThatDoNotAddUpAreRecords() {
        SyntheticHash bare = HASH.withoutChecksum();

        assertThat(kind(bare.statingLength(bare.total() + 2).text())).isEqualTo(DamagedHash.Kind.RECORDS);
        assertThat(kind(HASH.statingLength(3).text())).isEqualTo(DamagedHash.Kind.RECORDS);
    }
}
