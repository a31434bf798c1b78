// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.device.index.Claim.Soundness;
import dev.hwhash.device.table.DeviceRow;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsReaderTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final SyntheticHash HASH = SyntheticHash.of("HWHASH-0001");

    private static RowFacts facts(DeviceRecord device) {
        return new FactsReader(Optional.empty(), NOW).of(DeviceRow.of(7, device));
    }

    private static DeviceRecord device(SyntheticHash hash) {
        return DeviceRecord.EMPTY.with(Field.HARDWARE_HASH, hash.text());
    }

    /** The build's release, the day before it, a build between two known ones, one after all, and the clock ahead. */
    @ParameterizedTest
    @CsvSource({
        "10240, 2015-07-29T00:00:01Z, true",
        "10240, 2015-07-29T00:00:00Z, false",
        "9999, 2015-07-28T00:00:00Z, false",
        "22631, 2023-10-31T08:00:00Z, true",
        "22631, 2023-10-30T08:00:00Z, false",
        "22700, 2023-11-01T08:00:00Z, true",
        "22700, 2023-10-01T08:00:00Z, false",
        "26100, 2024-06-20T08:00:00Z, true",
        "26100, 2024-06-01T08:00:00Z, false",
        "26200, 2025-09-29T08:00:00Z, false",
        "30000, 2025-10-01T08:00:00Z, true",
        "30000, 2025-09-01T08:00:00Z, false",
        "26100, 2026-06-02T11:59:59Z, true",
        "26100, 2026-06-02T12:00:00Z, false"
    })
    void aTimeCountsBehindTheBuildOfItsWindowsAndBeforeTomorrow(int build, Instant time, boolean counts) {
        assertThat(facts(device(HASH.osBuild(build).time(time))).claim().hashTime() != 0)
                .isEqualTo(counts);
    }

    @Test
    void withoutATimeInTheHashThereIsNone() {
        assertThat(facts(device(HASH.without(1))).claim().hashTime()).isZero();
        assertThat(facts(DeviceRecord.EMPTY.with(Field.SERIAL_NUMBER, "HWHASH-0001"))
                        .claim()
                        .hashTime())
                .isZero();
    }

    @Test
    void aTimeOfCollectionCountsWhereItIsOne() {
        DeviceRecord row = DeviceRecord.EMPTY.with(Field.SERIAL_NUMBER, "HWHASH-0001");

        assertThat(facts(row.with(Field.COLLECTED_AT, "2000-01-01T00:00:05Z"))
                        .claim()
                        .collectedAt())
                .isEqualTo(5);
        assertThat(facts(row.with(Field.COLLECTED_AT, "yesterday")).claim().collectedAt())
                .isZero();
        assertThat(facts(row).claim().collectedAt()).isZero();
    }

    @Test
    void aRowKnowsWhatItsHashKnows() {
        RowFacts facts = facts(device(HASH).with(Field.GROUP_TAG, "Kiosk"));

        assertThat(facts.known())
                .isEqualTo(Lent.bit(Field.MANUFACTURER) | Lent.bit(Field.MODEL) | Lent.bit(Field.GROUP_TAG));
        assertThat(facts.line()).isEqualTo(7);
        assertThat(facts.hash()).isEqualTo(Soundness.INTACT);
        assertThat(facts(device(HASH.flipped(999))).hash()).isEqualTo(Soundness.DAMAGED);
        assertThat(facts(device(HASH.flipped(999))).known()).isZero();
    }

    @Test
    void rowsThatDifferInAValueDoNotSayTheSame() {
        DeviceRecord row = device(HASH).with(Field.GROUP_TAG, "Kiosk");

        assertThat(facts(row).claim()).isEqualTo(facts(row).claim());
        assertThat(facts(row.with(Field.GROUP_TAG, "Sales")).claim().content())
                .isNotEqualTo(facts(row).claim().content());
        assertThat(facts(row.with(Field.GROUP_TAG, "").with(Field.ASSIGNED_USER, "Kiosk"))
                        .claim()
                        .content())
                .isNotEqualTo(facts(row).claim().content());
    }

    @Test
    void aCorporateIdentifierIsItsNamesAlone() {
        FactsReader reader = new FactsReader(Optional.of(Format.CORPORATE_IDENTIFIERS), NOW);

        RowFacts facts = reader.of(DeviceRow.of(1, device(HASH.manufacturer("Contoso, Inc."))));

        assertThat(facts.identity().ekHash()).isEmpty();
        assertThat(facts.identity().smbiosUuid()).isEmpty();
        assertThat(facts.identity().manufacturer()).contains("Contoso Inc");
        assertThat(facts.claim().soundness()).isEqualTo(Soundness.NO_HASH);
        assertThat(facts.claim().hashTime()).isNotZero();
    }
}
