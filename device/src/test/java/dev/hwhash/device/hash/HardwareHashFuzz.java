// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import static dev.hwhash.device.hash.Readings.intact;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as the text of a hash, as its bytes, and as the records of one that is whole. */
class HardwareHashFuzz {

    private static final SyntheticHash HASH = SyntheticHash.of("HWHASH-0001");
    private static final int HEAD = 4;
    private static final int MOST_RECORDS = 0xFFFF - HEAD;
    private static final Pattern NAMES_THE_LENGTH =
            Pattern.compile("HardwareHash\\[\\d+ characters, checksum [A-Z_]+]");
    /** No word is long enough to be a piece of a hash. */
    private static final Pattern PLAIN_WORDS = Pattern.compile("(?=.{1,80}$)[!-~]{1,15}( [!-~]{1,15})*");

    private static final Pattern UUID = Pattern.compile("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    static Stream<byte[]> seeds() {
        List<SyntheticHash> hashes = List.of(
                HASH,
                HASH.paddedTo(0),
                HASH.toolVersion(10).paddedTo(0).flipped(8 * 40),
                HASH.withoutChecksum().paddedTo(0),
                HASH.withoutTpm().winPe().paddedTo(0));
        Stream<byte[]> texts = hashes.stream().map(hash -> ascii(hash.textWithoutPadding()));
        Stream<byte[]> bytes = hashes.stream().map(SyntheticHash::bytes);
        return Stream.concat(
                Stream.of(ascii("T0EEAA=="), ascii(" T0E \u2003EAA\r\n"), records(HASH)), Stream.concat(texts, bytes));
    }

    @MethodSource("seeds")
    @FuzzTest
    void isReadToTheLetterOrRefusedWithoutTheText(byte[] input) {
        read(new String(input, StandardCharsets.UTF_8));
        readInPlace(input);
        read(Base64.getEncoder().encodeToString(input));
        readWhole(Arrays.copyOf(input, Math.min(input.length, MOST_RECORDS)));
    }

    private static void readInPlace(byte[] input) {
        HashReading reading = HardwareHash.read(input, 0, input.length);
        HashReading ofString = HardwareHash.read(new String(input, StandardCharsets.UTF_8));
        assertThat(reading).hasSameClassAs(ofString);
        if (reading instanceof HardwareHash hash && ofString instanceof HardwareHash other) {
            assertThat(hash.text()).isEqualTo(other.text());
            assertThat(hash.checksum()).isEqualTo(other.checksum());
        } else {
            assertThat(reading).isEqualTo(ofString);
        }
    }

    private static void read(String text) {
        HashReading reading = HardwareHash.read(text);
        if (reading instanceof HardwareHash hash) {
            assertThat(hash.text()).isEqualTo(padded(letters(text)));
            assertThat(hash.toString()).matches(NAMES_THE_LENGTH);
            sameAgain(hash);
            facts(hash);
            checksum(hash, Base64.getDecoder().decode(hash.text()));
        } else {
            String why = ((DamagedHash) reading).why();
            assertThat(why).matches(PLAIN_WORDS);
        }
    }

    /** Records behind a true head and before a true checksum. */
    private static void readWhole(byte[] records) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int total = HEAD + records.length;
        whole.writeBytes(new byte[] {'O', 'A', (byte) total, (byte) (total >> 8)});
        whole.writeBytes(records);
        whole.writeBytes(RecordLayouts.framed(HashRecord.CHECKSUM, RecordLayouts.sha256(whole.toByteArray())));
        byte[] bytes = whole.toByteArray();

        HardwareHash hash = intact(Base64.getEncoder().encodeToString(bytes));
        assertThat(hash.checksum()).isEqualTo(Checksum.HOLDS);
        facts(hash);

        bytes[bytes.length - 1] ^= 1;
        HashReading wrong = HardwareHash.read(Base64.getEncoder().encodeToString(bytes));
        boolean newer = hash.capture().filter(made -> made.toolVersion() > 9).isPresent();
        assertThat(wrong).isInstanceOf(newer ? HardwareHash.class : DamagedHash.class);
    }

    private static void sameAgain(HardwareHash hash) {
        int middle = hash.text().length() / 2;
        HardwareHash again =
                intact(hash.text().substring(0, middle) + "\r\n" + hash.text().substring(middle));
        assertThat(again.text()).isEqualTo(hash.text());
        assertThat(again.checksum()).isEqualTo(hash.checksum());
        assertThat(again.records()).hasSameSizeAs(hash.records());
    }

    private static void facts(HardwareHash hash) {
        hash.capture().ifPresent(made -> {
            assertThat(made.osBuild()).isBetween(0, 0xFFFF);
            assertThat(made.toolVersion()).isBetween(0, 0xFF);
            assertThat(made.osSystemTime())
                    .isBetween(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2137-01-01T00:00:00Z"));
        });
        Stream.of(hash.serialNumber(), hash.manufacturer(), hash.productName())
                .flatMap(value -> value.stream())
                .forEach(value -> assertThat(value).isNotBlank().doesNotContain("\0"));
        hash.smbiosUuid().ifPresent(uuid -> {
            assertThat(uuid.toString()).matches(UUID);
            assertThat(uuid.isPlaceholder()).isEqualTo(new SmbiosUuid(uuid.value()).isPlaceholder());
        });
        hash.productKeyId().ifPresent(id -> assertThat(id).matches("\\d{13}"));
        assertThat(hash.hypervisor().map(Hypervisor::label).orElse("none")).isNotBlank();
        hash.ekHash().ifPresent(ek -> assertThat(ek.hex()).matches(SHA_256));
        int length = 0;
        for (HashRecord record : hash.records()) {
            length += HEAD + record.length();
        }
        assertThat(length).isLessThanOrEqualTo(MOST_RECORDS);
        assertThat(hash.hasTpmData())
                .isEqualTo(hash.records().stream().anyMatch(record -> record.type() == 13 || record.type() == 25));
    }

    private static void checksum(HardwareHash hash, byte[] bytes) {
        int total = (bytes[2] & 0xFF) | (bytes[3] & 0xFF) << 8;
        assertThat(total).isBetween(HEAD, bytes.length);
        switch (hash.checksum()) {
            case HOLDS ->
                assertThat(Arrays.copyOfRange(bytes, total + HEAD, total + HEAD + 32))
                        .isEqualTo(RecordLayouts.sha256(Arrays.copyOf(bytes, total)));
            case MISSING ->
                assertThat(Arrays.copyOfRange(bytes, total, bytes.length)).isEqualTo(new byte[bytes.length - total]);
            case UNKNOWN_TOOL ->
                assertThat(hash.capture().orElseThrow().toolVersion()).isGreaterThan(9);
        }
    }

    /** The characters of base64 in a text; blanks and padding are what else an intact one may have. */
    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/')) {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    private static String padded(String letters) {
        return letters + List.of("", "A==", "==", "=").get(letters.length() % 4);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] records(SyntheticHash hash) {
        return Arrays.copyOfRange(hash.bytes(), HEAD, hash.total());
    }
}
