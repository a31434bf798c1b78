// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static dev.hwhash.device.table.Tables.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.hash.SyntheticHash;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** The promise of the product: a file of devices, however it came about, never gets worse by one more device. */
class UntouchedBytesTest {

    private static final SyntheticHash HASH = SyntheticHash.of("HWHASH-0099").paddedTo(0);

    /** A file's text in the encoding that was found for its bytes. */
    private static CsvTable read(byte[] bytes) throws NotADeviceFileException {
        TextEncoding encoding = TextEncoding.of(bytes, AnyFile.ANSI);
        return CsvReader.read(encoding.decode(bytes).orElseThrow(), encoding);
    }

    private static byte[] put(byte[] bytes, DeviceRecord device) throws Exception {
        return TextEncoding.of(bytes, AnyFile.ANSI).encode(Tables.put(read(bytes), device));
    }

    private static DeviceRecord device(SyntheticHash hash) {
        return row("HWHASH-0099", hash.text());
    }

    @Property
    void anyFileIsReadAsItWasMade(@ForAll("files") AnyFile file) throws Exception {
        CsvTable table = read(file.bytes());

        assertThat(table.text()).isEqualTo(file.text());
        assertThat(table.rows()).hasSize(file.rows());
        for (int i = 0; i < file.rows(); i++) {
            DeviceRecord expected = row(AnyFile.serial(i), AnyFile.hash(i).text());
            assertThat(table.rows().get(i).device().values()).containsAllEntriesOf(expected.values());
        }
    }

    @Property
    void addingADeviceLeavesEveryOtherByte(@ForAll("files") AnyFile file) throws Exception {
        byte[] before = file.bytes();

        byte[] after = put(before, device(HASH));

        assertThat(after).startsWith(before);
        String added = read(after).text().substring(file.text().length());
        String newline = file.text().matches("(?s).*[\r\n].*") ? file.newline() : "\r\n";
        assertThat(added).startsWith(file.ended() ? "" : newline).endsWith(newline);
        assertThat(added.strip()).doesNotContain("\r", "\n").contains("HWHASH-0099", HASH.text());
        assertThat(read(after).rows()).hasSize(file.rows() + 1);
        assertThat(read(after).rows().get(file.rows()).device()).isEqualTo(device(HASH));
    }

    @Property
    void addingItAgainChangesNothing(@ForAll("files") AnyFile file) throws Exception {
        byte[] once = put(file.bytes(), device(HASH));

        assertThat(put(once, device(HASH))).isEqualTo(once);
    }

    @Property
    void addingItAfterAnotherCaptureChangesThatHashAlone(@ForAll("files") AnyFile file) throws Exception {
        SyntheticHash later = HASH.osBuild(26200);
        byte[] once = put(file.bytes(), device(HASH));

        String twice = read(put(once, device(later))).text();

        assertThat(twice).isEqualTo(read(once).text().replace(HASH.text(), later.text()));
    }

    @Property
    void replacingAnyRowChangesItsHashAlone(@ForAll("filesAndRows") Tuple2<AnyFile, Integer> fileAndRow)
            throws Exception {
        AnyFile file = fileAndRow.get1();
        int row = fileAndRow.get2();
        String later = AnyFile.hash(row).osBuild(26200).text();

        byte[] after = put(file.bytes(), row(AnyFile.serial(row), later));

        String expected = file.text().replace(AnyFile.hash(row).text(), later) + (file.ended() ? "" : file.newline());
        assertThat(after).isEqualTo(file.encoding().encode(expected));
    }

    @Property
    void noTextMakesTheReaderFail(@ForAll("scraps") String text) {
        byte[] bytes = text.getBytes(AnyFile.ANSI);
        try {
            CsvTable table = read(bytes);
            assertThat(put(bytes, device(HASH))).startsWith(bytes);
            assertThat(table.rows()).allSatisfy(row -> assertThat(row.start()).isLessThan(row.end()));
        } catch (NotADeviceFileException | CannotHoldException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        } catch (Exception other) {
            throw new AssertionError(other);
        }
    }

    @Provide
    Arbitrary<AnyFile> files() {
        return AnyFile.arbitrary();
    }

    @Provide
    Arbitrary<Tuple2<AnyFile, Integer>> filesAndRows() {
        return AnyFile.arbitrary()
                .filter(file -> file.rows() > 0)
                .flatMap(file ->
                        Arbitraries.integers().between(0, file.rows() - 1).map(row -> Tuple.of(file, row)));
    }

    /** Pieces of device files in any order. */
    @Provide
    Arbitrary<String> scraps() {
        return Arbitraries.of(
                        "Device Serial Number",
                        "Hardware Hash",
                        "Group Tag",
                        "HWHASH-0001",
                        "T0",
                        ",",
                        ",",
                        ";",
                        "\t",
                        "\"",
                        "\r",
                        "\n",
                        "\r\n",
                        " ",
                        "\u00E4")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }
}
