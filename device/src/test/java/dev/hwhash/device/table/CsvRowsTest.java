// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static dev.hwhash.device.table.Tables.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.table.FileLayout.LineBreak;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CsvRowsTest {

    private static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash";
    private static final DeviceRecord FIRST = row("HWHASH-0001", "T0AA");
    private static final DeviceRecord SECOND = row("HWHASH-0002", "T0BB");

    @Provide
    Arbitrary<AnyFile> files() {
        return AnyFile.arbitrary();
    }

    /** Two readers, one truth: the one that edits a text and the one that never holds it. */
    @Property
    void rowsAreThoseOfTheWholeText(@ForAll("files") AnyFile file, @ForAll @IntRange(min = 1, max = 99) int more)
            throws IOException, NotADeviceFileException {
        int behindHeader = file.text().indexOf("Hardware Hash") + 200;
        List<DeviceRow> rows = rows(file.bytes(), behindHeader + more);

        CsvTable table = CsvReader.read(file.text(), file.encoding());
        assertThat(rows).extracting(DeviceRow::device).isEqualTo(Tables.devices(table));
        assertThat(rows)
                .extracting(DeviceRow::line)
                .isEqualTo(table.rows().stream().map(TableRow::number).toList());
    }

    @Example
    void rowsThatCrossABlockAreWhole() throws IOException, NotADeviceFileException {
        StringBuilder text = new StringBuilder(HEADER + ",Group Tag\r\n");
        for (int i = 0; i < 5; i++) {
            text.append("HWHASH-000").append(i).append(",,T0EEAA==,\"two\r\nlines \"\"quoted\"\"\"\r\n");
        }
        for (int size = 66; size < 400; size++) {
            List<DeviceRow> rows = rows(ascii(text.toString()), size);
            assertThat(rows).extracting(DeviceRow::line).containsExactly(2, 4, 6, 8, 10);
            assertThat(rows)
                    .extracting(row -> row.value(Field.GROUP_TAG))
                    .containsOnly("two\r\nlines \"quoted\"")
                    .hasSize(5);
        }
    }

    @Example
    void aHeaderAgainIsNoRowAndItsColumnsCountFromThere() throws IOException, NotADeviceFileException {
        String text = HEADER + "\r\nHWHASH-0001,,T0AA\r\nHardware Hash,Device Serial Number\r\nT0BB,HWHASH-0002\r\n";
        CsvRows reader = CsvRows.read(new ByteArrayInputStream(ascii(text)), AnyFile.ANSI);

        assertThat(all(reader)).extracting(DeviceRow::device).containsExactly(FIRST, SECOND);
        assertThat(reader.layout().repeatedHeaders()).containsExactly(3);
    }

    @Example
    void theLayoutTellsWhatStandsAroundTheRows() throws IOException, NotADeviceFileException {
        String text = "#TYPE Selected.System.Object\n\"Device Serial Number\";\"Hardware Hash\";\"Room\"\n\n"
                + "HWHASH-0001;T0AA;1\r\n;;\r\nHWHASH-0002;T0BB;2";
        CsvRows reader = CsvRows.read(new ByteArrayInputStream(ascii(text)), AnyFile.ANSI);
        assertThat(all(reader)).extracting(DeviceRow::line).containsExactly(4, 6);

        FileLayout layout = reader.layout();
        assertThat(layout.linesBefore()).containsExactly("#TYPE Selected.System.Object");
        assertThat(layout.header()).containsExactly("Device Serial Number", "Hardware Hash", "Room");
        assertThat(layout.headerLine()).isEqualTo(2);
        assertThat(layout.headerQuoted()).isTrue();
        assertThat(layout.separator()).isEqualTo(';');
        assertThat(layout.blankLines()).containsExactly(3, 5);
        assertThat(layout.endsInRow()).isTrue();
        assertThat(layout.lineBreaks()).containsExactlyInAnyOrder(LineBreak.LF, LineBreak.CRLF);
        assertThat(layout.encoding()).isEqualTo(TextEncoding.ASCII);
        assertThat(layout.format()).isEqualTo(Format.AUTOPILOT);
    }

    @Example
    void blankLinesAtTheEndDoNotCount() throws IOException, NotADeviceFileException {
        CsvRows reader = CsvRows.read(
                new ByteArrayInputStream(ascii(HEADER + "\r\nHWHASH-0001,,T0AA\r\n\r\n,,\r\n")), AnyFile.ANSI);

        assertThat(all(reader)).hasSize(1);
        assertThat(reader.layout().blankLines()).isEmpty();
        assertThat(reader.layout().endsInRow()).isFalse();
    }

    @Example
    void theEncodingIsWhatTheCellsShow() throws IOException, NotADeviceFileException {
        String text = HEADER + ",Group Tag\r\nHWHASH-0001,,T0AA,K\u00FCche\r\n";

        assertThat(layout(text.getBytes(StandardCharsets.UTF_8)).encoding().name())
                .isEqualTo("utf-8");
        assertThat(layout(text.getBytes(AnyFile.ANSI)).encoding().name()).isEqualTo("ansi");
        assertThat(layout(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))
                        .encoding()
                        .name())
                .isEqualTo("utf-16le");
        byte[] mixed = (text + "HWHASH-0002,,T0BB,B\u00E4r\r\n").getBytes(StandardCharsets.UTF_8);
        mixed[mixed.length - 5] = 'x';
        assertThat(layout(mixed).mixedEncoding()).isTrue();
    }

    @Example
    void aQuoteThatIsNeverClosedEndsTheFileAfterTheRowsBefore() throws IOException, NotADeviceFileException {
        String text = HEADER + "\r\nHWHASH-0001,,T0AA\r\n\"HWHASH-0002,,T0BB\r\n";
        CsvRows reader = CsvRows.read(new ByteArrayInputStream(ascii(text)), AnyFile.ANSI);

        assertThat(reader.next()).extracting(DeviceRow::line).containsExactly(2);
        assertThatThrownBy(reader::next)
                .isInstanceOf(NotADeviceFileException.class)
                .hasMessage("the quote that opens on line 3 is never closed");
    }

    @Example
    void aRowWithoutEndIsRefusedBeforeItFillsTheMemory() throws IOException, NotADeviceFileException {
        byte[] text = (HEADER + "\r\n" + "x".repeat(10 << 20)).getBytes(StandardCharsets.US_ASCII);
        CsvRows reader = CsvRows.read(new ByteArrayInputStream(text), AnyFile.ANSI);

        assertThatThrownBy(reader::next)
                .isInstanceOf(NotADeviceFileException.class)
                .hasMessage("line 2 has no end: it is no text");
    }

    @Example
    void shortRowsComeAFewAtATime() throws IOException, NotADeviceFileException {
        byte[] text = ascii(HEADER + "\r\n" + "a,b\n".repeat(100_000));
        CsvRows reader = CsvRows.read(new ByteArrayInputStream(text), AnyFile.ANSI);

        assertThat(reader.next()).hasSizeBetween(100, 1000);
        assertThat(all(reader))
                .hasSizeGreaterThan(99_000)
                .last()
                .satisfies(row -> assertThat(row.line()).isEqualTo(100_001));
    }

    @Example
    void identifiersHaveNoHeader() throws IOException, NotADeviceFileException {
        CsvRows reader = CsvRows.readIdentifiers(
                new ByteArrayInputStream(ascii("Contoso;Book 3;HWHASH-0001\r\n")), Charset.forName("windows-1252"));

        List<DeviceRow> rows = all(reader);
        assertThat(rows).extracting(row -> row.value(Field.SERIAL_NUMBER)).containsExactly("HWHASH-0001");
        assertThat(reader.layout().format()).isEqualTo(Format.CORPORATE_IDENTIFIERS);
        assertThat(reader.layout().headerLine()).isZero();
    }

    @Example
    void withoutAHeaderItIsNoDeviceFile() {
        assertThatThrownBy(() -> rows(ascii("a,b\r\n1,2\r\n"), ByteBlock.SIZE))
                .isInstanceOf(NotADeviceFileException.class)
                .hasMessageContaining("no header");
    }

    private static FileLayout layout(byte[] file) throws IOException, NotADeviceFileException {
        CsvRows reader = CsvRows.read(new ByteArrayInputStream(file), AnyFile.ANSI);
        all(reader);
        return reader.layout();
    }

    private static List<DeviceRow> rows(byte[] file, int blockSize) throws IOException, NotADeviceFileException {
        return all(CsvRows.read(new ByteArrayInputStream(file), AnyFile.ANSI, blockSize));
    }

    private static List<DeviceRow> all(RowReader reader) throws IOException, NotADeviceFileException {
        List<DeviceRow> all = new ArrayList<>();
        List<DeviceRow> rows = reader.next();
        while (!rows.isEmpty()) {
            all.addAll(rows);
            rows = reader.next();
        }
        reader.close();
        return all;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
