// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.hwhash.device.hash.Checksum;
import dev.hwhash.device.hash.DamagedHash;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.hash.HashLayout;
import dev.hwhash.device.hash.HashRecord;
import dev.hwhash.device.hash.SyntheticPc;
import dev.hwhash.device.hash.SyntheticPcs;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.groups.Tuple;

/** What can be read of a hash that is cut or damaged, and where it is said to break. */
class DamagedContentTest {

    private static final SyntheticPc PC = SyntheticPcs.laptop();
    private static final String TEXT = PC.text();
    private static final int PADDING = PC.total() + 36;
    private static final List<HashRecord> RECORDS = HashLayout.of(TEXT).records();
    private static final int TOOL_VERSION = 4 + 4 + 23;

    @Property(tries = 2000)
    void aFlippedBitBreaksTheChecksumAndNothingElse(@ForAll @IntRange(max = 8 * 3000 - 1) int bit) {
        byte[] bytes = PC.bytes();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);

        HashContent content = HashContent.of(Base64.getEncoder().encodeToString(bytes));

        boolean holds = content.layout().reading() instanceof HardwareHash hash && hash.checksum() == Checksum.HOLDS;
        assertThat(holds).isEqualTo(bit / 8 >= PADDING);
        assertThat(content.layout().records().size()
                        + content.layout().end().stream().count())
                .isPositive();
        if (content.layout().reading() instanceof HardwareHash hash && hash.checksum() != Checksum.HOLDS) {
            assertThat(bit / 8).isEqualTo(TOOL_VERSION);
        }
    }

    /** Each record whose bits are all there is read; the next one is where it breaks. */
    @Property(tries = 2000)
    void ofAnyPrefixAllThatIsThereIsRead(@ForAll @IntRange(max = 4000) int characters) {
        HashLayout layout = HashLayout.of(TEXT.substring(0, characters));

        int bytes = layout.size();
        List<HashRecord> whole =
                RECORDS.stream().filter(record -> end(record) <= bytes).toList();
        assertThat(layout.records())
                .extracting(HashRecord::type, HashRecord::at)
                .isEqualTo(places(whole));
        if (layout.reading() instanceof DamagedHash) {
            assertThat(bytes).isEqualTo(characters * 6 / 8);
            int broken = whole.isEmpty() ? 4 : end(whole.get(whole.size() - 1));
            assertThat(layout.end().orElseThrow().at()).isEqualTo(bytes < 4 ? 0 : broken);
            assertThat(layout.end().orElseThrow().character()).isBetween(1, Math.max(1, characters + 1));
        } else {
            assertThat(bytes).isGreaterThanOrEqualTo(PC.total());
            assertThat(layout.end()).isEmpty();
        }
    }

    @Property
    void aCharacterThatIsNoBase64IsNamed(@ForAll @IntRange(max = 3999) int at) {
        HashLayout layout = HashLayout.of("\uFEFF " + TEXT.substring(0, at) + "\r\n#" + TEXT.substring(at + 1));

        HashLayout.Break end = layout.end().orElseThrow();
        assertThat(end.character()).isEqualTo(at + 1);
        assertThat(end.why()).isEqualTo("character " + (at + 1) + " is U+0023, which is not base64");
        assertThat(layout.records()).hasSize((int)
                RECORDS.stream().filter(record -> end(record) <= at * 6 / 8).count());
        assertThat(layout.reading())
                .isInstanceOfSatisfying(
                        DamagedHash.class, damage -> assertThat(damage.kind()).isEqualTo(DamagedHash.Kind.NOT_BASE64));
    }

    @Example
    void aCutSaysHowMuchIsLeftOfTheRecord() {
        HashRecord serial =
                RECORDS.stream().filter(it -> it.type() == 14).findFirst().orElseThrow();

        assertThat(breakOf(Arrays.copyOf(PC.bytes(), serial.at() + 3)))
                .isEqualTo(new HashLayout.Break(
                        serial.at() - 4,
                        (serial.at() - 4) * 4 / 3 + 1,
                        "a record of type 14 states 16 bytes, but 7 are left"));
        assertThat(breakOf(Arrays.copyOf(PC.bytes(), serial.at() - 4)).why())
                .isEqualTo("it ends there, but " + PC.total() + " are stated");
        assertThat(breakOf(Arrays.copyOf(PC.bytes(), serial.at() - 2)).why())
                .isEqualTo("2 bytes are left there, but " + PC.total() + " are stated");
        assertThat(breakOf(Arrays.copyOf(PC.bytes(), PC.total() + 7)).why())
                .isEqualTo("the checksum is cut: 7 of its 36 bytes are there");
        assertThat(breakOf(Arrays.copyOf(PC.bytes(), PC.total() + 3)).why())
                .isEqualTo("the checksum is cut: 3 of its 36 bytes are there");
    }

    /** A wrong total length does not hide the records: the checksum shows where they end. */
    @Example
    void aWrongTotalLengthHidesNoRecord() {
        for (int stated : new int[] {0, 3, 5, 40, PC.total() - 1, PC.total() + 1, 0xFFFF}) {
            byte[] bytes = PC.bytes();
            bytes[2] = (byte) stated;
            bytes[3] = (byte) (stated >> 8);
            HashLayout layout = HashLayout.of(Base64.getEncoder().encodeToString(bytes));
            assertThat(layout.records()).as("%d stated", stated).hasSameSizeAs(RECORDS);
            assertThat(layout.end().orElseThrow().at()).isEqualTo(PC.total());
            assertThat(layout.end().orElseThrow().why())
                    .isEqualTo("the checksum stands there, though the stated length is " + stated + " bytes");
        }
    }

    @Example
    void aWrongRecordLengthIsNamedWithItsRecord() {
        byte[] tooLong = PC.bytes();
        int at = RECORDS.get(3).at() - 4;
        tooLong[at + 3] = 0x7F;
        assertThat(breakOf(tooLong).at()).isEqualTo(at);
        assertThat(breakOf(tooLong).why()).startsWith("a record of type 5 states 32537 bytes, but ");

        byte[] tooShort = PC.bytes();
        tooShort[at + 2] = 3;
        assertThat(breakOf(tooShort).why()).isEqualTo("a record of type 5 states 3 bytes, but has at least 4");
    }

    @Example
    void whatStandsInThePlaceOfTheChecksumIsNamed() {
        byte[] other = PC.bytes();
        other[PC.total()] = 1;
        assertThat(breakOf(other).why()).isEqualTo("no checksum starts there, but something else");

        byte[] wrong = PC.bytes();
        wrong[PC.total() + 10] ^= 1;
        assertThat(HashLayout.of(Base64.getEncoder().encodeToString(wrong)).end())
                .isEmpty();
    }

    private static HashLayout.Break breakOf(byte[] bytes) {
        return HashLayout.of(Base64.getEncoder().encodeToString(bytes)).end().orElseThrow();
    }

    private static int end(HashRecord record) {
        return record.at() + record.length();
    }

    private static List<Tuple> places(List<HashRecord> records) {
        return records.stream().map(record -> tuple(record.type(), record.at())).toList();
    }
}
