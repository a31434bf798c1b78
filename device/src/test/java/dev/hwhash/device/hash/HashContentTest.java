// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import static dev.hwhash.device.hash.Readings.intact;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashContentTest {

    private static final SyntheticHash HASH = SyntheticHash.of("HWHASH-0001");

    @Test
    void theHashNamesItsDevice() {
        HardwareHash hash =
                intact(HASH.manufacturer("Contoso Ltd.").model("Book 4").text());

        assertThat(hash.serialNumber()).contains("HWHASH-0001");
        assertThat(hash.manufacturer()).contains("Contoso Ltd.");
        assertThat(hash.productName()).contains("Book 4");
    }

    @Test
    void stringsKeepTheirBlanksAndEndAtTheFirstNul() {
        byte[] payload = {' ', 'S', ' ', 0, 'x', 0};

        assertThat(intact(HASH.record(14, payload).text()).serialNumber()).contains(" S ");
    }

    @Test
    void aStringWithoutNulIsRead() {
        assertThat(intact(HASH.record(14, new byte[] {'S', '1'}).text()).serialNumber())
                .contains("S1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "SMBIOS_STRING_INDEX_0"})
    void aStringThatSmbiosLacksIsMissing(String nothing) {
        HardwareHash hash = intact(
                SyntheticHash.of(nothing).manufacturer(nothing).model(nothing).text());

        assertThat(hash.serialNumber()).isEmpty();
        assertThat(hash.manufacturer()).isEmpty();
        assertThat(hash.productName()).isEmpty();
    }

    @Test
    void aRecordThatIsNotThereIsMissing() {
        HardwareHash hash =
                intact(HASH.without(1).without(11).without(12).without(14).text());

        assertThat(hash.capture()).isEmpty();
        assertThat(hash.ekHash()).isEmpty();
        assertThat(hash.smbiosUuid()).isEmpty();
        assertThat(hash.serialNumber()).isEmpty();
    }

    @Test
    void recordsStandInTheirOrderWithoutTheChecksum() {
        assertThat(intact(HASH.record(31, new byte[3]).text()).records())
                .extracting(HashRecord::type)
                .containsExactly(1, 2, 5, 3, 4, 10, 13, 25, 11, 12, 14, 15, 16, 17, 18, 19, 23, 31);
        assertThat(intact(HASH.record(31, new byte[3]).text()).records())
                .last()
                .extracting(HashRecord::length)
                .isEqualTo(3);
    }

    @Test
    void theCaptureTellsHowAndWhen() {
        Instant time = Instant.parse("2026-03-01T12:34:56Z");
        Capture made = new Capture(
                new WindowsVersion(10, 0, 26100, 1), new WindowsVersion(10, 0, 22621, 1), time, 60, 2, 9, 8);

        assertThat(intact(HASH.osBuild(22621).time(time).toolVersion(8).text()).capture())
                .contains(made);
        assertThat(made.osBuild()).isEqualTo(22621);
        assertThat(made.os()).hasToString("10.0.22621.1");
        assertThat(made.winPe()).isFalse();
        assertThat(made.offset()).contains(ZoneOffset.ofHours(1));
        assertThat(intact(HASH.winPe().text()).capture())
                .get()
                .extracting(Capture::winPe)
                .isEqualTo(true);
    }

    @Test
    void timesBehind2068AndBuildsAbove32767AreNotNegative() {
        Instant time = Instant.parse("2100-01-01T00:00:00Z");

        assertThat(intact(HASH.osBuild(60000).time(time).toolVersion(200).text())
                        .capture())
                .get()
                .extracting(Capture::osBuild, Capture::osSystemTime, Capture::toolVersion)
                .containsExactly(60000, time, 200);
    }

    @ParameterizedTest
    @CsvSource({"0,Z", "72,+18:00", "-72,-18:00", "73,", "-73,", "120,", "-128,"})
    void anOffsetThatNoPlaceHasIsNone(byte quarters, @Nullable String offset) {
        byte[] payload = new byte[24];
        payload[20] = quarters;

        Capture made = intact(HASH.record(1, payload).text()).capture().orElseThrow();

        assertThat(made.offsetMinutes()).isEqualTo(quarters * 15);
        assertThat(made.offset().map(ZoneOffset::getId)).isEqualTo(Optional.ofNullable(offset));
    }

    @Test
    void eachPartOfAVersionStandsAtItsPlace() {
        byte[] payload = new byte[24];
        for (int i = 0; i < payload.length; i++) {
            payload[i] = (byte) (0xF0 + i);
        }

        Capture made = intact(HASH.record(1, payload).text()).capture().orElseThrow();

        assertThat(made.tool()).isEqualTo(new WindowsVersion(0xF3F2, 0xF1F0, 0xF7F6, 0xF5F4));
        assertThat(made.os()).isEqualTo(new WindowsVersion(0xFBFA, 0xF9F8, 0xFFFE, 0xFDFC));
        assertThat(made.osType()).isEqualTo(5);
        assertThat(made.architecture()).isEqualTo(6);
    }

    @Test
    void aCaptureThatIsTooShortIsMissing() {
        assertThat(intact(HASH.record(1, new byte[23]).text()).capture()).isEmpty();
        assertThat(intact(HASH.record(1, new byte[24]).text()).capture()).isPresent();
    }

    @Test
    void theEkHashIsTheSha256OfThePublicKey() {
        HardwareHash hash = intact(HASH.record(25, new byte[256]).text());

        // Another public key changes nothing: the value is read from type 11, which Windows has hashed.
        assertThat(hash.ekHash()).isEqualTo(intact(HASH.text()).ekHash());
        assertThat(hash.ekHash()).get().extracting(EkHash::hex).asString().matches("[0-9a-f]{64}");
    }

    @Test
    void theEkHashIsReadAtItsPlace() {
        byte[] payload = HexFormat.of().parseHex("00000000" + "01" + "00" + "20000000" + "0123456789abcdef".repeat(4));

        assertThat(intact(HASH.record(11, payload).text()).ekHash()).contains(EkHash.of("0123456789abcdef".repeat(4)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000030120000000" + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "00000000010021000000" + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "00000000010020000000" + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcd",
                "00000000010020000000" + "0000000000000000000000000000000000000000000000000000000000000000",
                "00000000010020000000" + "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "00000000"
            })
    void anOfflineIdThatIsNoEkHashIsNone(String payload) {
        assertThat(intact(HASH.record(11, HexFormat.of().parseHex(payload)).text())
                        .ekHash())
                .isEmpty();
    }

    @Test
    void aHashWithoutTpmSaysSo() {
        HardwareHash hash = intact(HASH.withoutTpm().text());

        assertThat(hash.hasTpmData()).isFalse();
        assertThat(hash.ekHash()).isEmpty();
        assertThat(intact(HASH.text()).hasTpmData()).isTrue();
        assertThat(intact(HASH.without(13).text()).hasTpmData()).isTrue();
        assertThat(intact(HASH.without(25).text()).hasTpmData()).isTrue();
    }

    @Test
    void theProductKeyIdHas13Digits() {
        assertThat(intact(HASH.text()).productKeyId()).isEmpty();
        assertThat(intact(HASH.record(24, RecordLayouts.string("0123456789012")).text())
                        .productKeyId())
                .contains("0123456789012");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "012345678901", "01234567890123", "012345678901/", "012345678901:", "SYNTHETIC-KEY"})
    void aProductKeyIdOfAnotherShapeIsNone(String id) {
        assertThat(intact(HASH.record(24, RecordLayouts.string(id)).text()).productKeyId())
                .isEmpty();
    }

    @Test
    void theUuidIsPrintedAsWindowsPrintsIt() {
        byte[] smbios = HexFormat.of().parseHex("44454c4c38001054804cb6c04f475333");

        HardwareHash hash = intact(HASH.record(12, smbios).text());

        assertThat(hash.smbiosUuid()).get().hasToString("4C4C4544-0038-5410-804C-B6C04F475333");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 17})
    void aUuidOfAnotherLengthIsMissing(int length) {
        assertThat(intact(HASH.record(12, new byte[length]).text()).smbiosUuid())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-0000-0000-000000000000",
                "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
                "01010101-0101-0101-0101-010101010101",
                "11111111-1111-1111-1111-111111111111",
                "FEFEFEFE-FEFE-FEFE-FEFE-FEFEFEFEFEFE",
                "03000200-0400-0500-0006-000700080009",
                "00020003-0004-0005-0006-000700080009",
                "00010203-0405-0607-0809-0A0B0C0D0E0F",
                "03020100-0504-0706-0809-0A0B0C0D0E0F",
                "12345678-1234-1234-1234-123456789012",
                "12345678-1234-5678-90AB-CDDEEFAABBCC"
            })
    void aUuidThatManyBoardsCarryIsAPlaceholder(String uuid) {
        HardwareHash hash = intact(HASH.uuid(UUID.fromString(uuid)).text());

        assertThat(hash.smbiosUuid()).get().hasToString(uuid);
        assertThat(hash.smbiosUuid())
                .get()
                .extracting(SmbiosUuid::isPlaceholder)
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4C4C4544-0038-5410-804C-B6C04F475333",
                "00000000-0000-0000-0000-000000000001",
                "12345678-9ABC-DEF0-1234-56789ABCDEF0",
                "00000000-0000-0000-0000-AC1F6BD04C0E"
            })
    void aUuidOfItsOwnIsNoPlaceholder(String uuid) {
        assertThat(new SmbiosUuid(UUID.fromString(uuid)).isPlaceholder()).isFalse();
    }
}
