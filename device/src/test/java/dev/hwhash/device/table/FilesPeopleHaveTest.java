// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.device.Field;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.hash.SyntheticHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FilesPeopleHaveTest {

    private static final String HASH = SyntheticHash.of("HWHASH-0001").text();
    private static final Map<String, byte[]> FILES = FilesPeopleHave.all(HASH);
    private static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash\r\n";

    static List<String> names() {
        return List.copyOf(FILES.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void theDeviceIsFoundWithItsHash(String name) throws IOException, NotADeviceFileException {
        List<DeviceRow> rows = rows(file(name));

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).value(Field.SERIAL_NUMBER)).isEqualTo("HWHASH-0001");
        assertThat(rows.get(0).readHash().orElseThrow()).isInstanceOf(HardwareHash.class);
    }

    @Test
    void aTailOfZerosIsARowOfItsOwnBehindTheOthers() throws IOException, NotADeviceFileException {
        List<DeviceRow> rows = rows(FilesPeopleHave.endingInZeros(file("Excel of Germany"), 700_000));

        assertThat(rows).extracting(DeviceRow::line).containsExactly(2, 3);
        assertThat(rows.get(1).readHash()).isEmpty();
    }

    @Test
    void aLongTailOfZerosEndsTheFileAfterTheRowsBefore() throws IOException, NotADeviceFileException {
        byte[] file = FilesPeopleHave.endingInZeros(file("Excel of Germany"), 9 << 20);
        try (CsvRows reader = CsvRows.read(new ByteArrayInputStream(file), AnyFile.ANSI)) {
            assertThat(reader.next()).extracting(DeviceRow::line).containsExactly(2);
            assertThatThrownBy(reader::next)
                    .isInstanceOf(NotADeviceFileException.class)
                    .hasMessage("line 3 has no end: it is no text");
        }
    }

    @Test
    void aProgramIsNoDeviceFile() {
        byte[] program = new byte[1 << 20];
        new Random(1).nextBytes(program);
        program[0] = 'M';
        program[1] = 'Z';
        assertThatThrownBy(() -> rows(program)).isInstanceOf(NotADeviceFileException.class);
        assertThatThrownBy(() -> rows(Arrays.copyOf(new byte[] {'M', 'Z'}, 5000)))
                .isInstanceOf(NotADeviceFileException.class);
    }

    @Test
    void aHeaderAgainIsKnownWhereverTheNamesStand() throws IOException, NotADeviceFileException {
        String joined = "Room,Hardware Hash,Owner,Serial Number,Floor\r\n";
        byte[] file = (HEADER + "HWHASH-0001,,T0AA\r\n" + joined + "1,T0BB,x,HWHASH-0002,y\r\n" + joined
                        + "2,T0CC,x,HWHASH-0003,y\r\nHardware Hash,Serial Number,Room\r\nT0DD,HWHASH-0004,3\r\n"
                        + "Hardware Hash,Serial Number,Room\r\nT0EE,HWHASH-0005,3\r\n")
                .getBytes(UTF_8);

        assertThat(rows(file))
                .extracting(row -> row.value(Field.SERIAL_NUMBER) + row.value(Field.HARDWARE_HASH))
                .containsExactly(
                        "HWHASH-0001T0AA", "HWHASH-0002T0BB", "HWHASH-0003T0CC", "HWHASH-0004T0DD", "HWHASH-0005T0EE");
    }

    @Test
    void aNameWithABlankThatIsNotAsciiIsKnown() throws IOException, NotADeviceFileException {
        String text = "Serial\u00A0Number,Hardware\u00A0Hash\r\nHWHASH-0001,T0AA\r\n";

        assertThat(rows(text.getBytes(UTF_8))).hasSize(1);
        assertThat(rows(text.getBytes(AnyFile.ANSI))).hasSize(1);
    }

    @Test
    void aRowOfBlanksIsNone() throws IOException, NotADeviceFileException {
        assertThat(rows((HEADER + "HWHASH-0001,,T0AA\r\n , , \r\n").getBytes(UTF_8)))
                .hasSize(1);
    }

    @Test
    void anExportMayStartWithARowWithoutHash() throws IOException, NotADeviceFileException {
        String names = "Device Serial Number,Hardware Hash,";
        String text =
                "Textbox18\r\n\r\nReport\r\n" + names + "HWHASH-0009,\r\n" + names + "HWHASH-0001," + HASH + "\r\n";
        CsvRows reader = CsvRows.read(new ByteArrayInputStream(text.getBytes(UTF_8)), AnyFile.ANSI);

        assertThat(reader.next())
                .extracting(row -> row.line() + row.value(Field.SERIAL_NUMBER))
                .containsExactly("4HWHASH-0009", "5HWHASH-0001");
        assertThat(reader.layout().linesBefore()).containsExactly("Textbox18", "", "Report");
    }

    @Test
    void manyQuotedIdentifiersKeepTheirSeparator() throws IOException {
        byte[] file = "\"Contoso\";\"Book 3\";\"HWHASH-0001\"\r\n".repeat(100).getBytes(UTF_8);
        CsvRows reader = CsvRows.readIdentifiers(new ByteArrayInputStream(file), AnyFile.ANSI, 50);

        assertThat(reader.layout().separator()).isEqualTo(';');
    }

    private static byte[] file(String name) {
        return Objects.requireNonNull(FILES.get(name));
    }

    private static List<DeviceRow> rows(byte[] file) throws IOException, NotADeviceFileException {
        List<DeviceRow> all = new ArrayList<>();
        try (CsvRows reader = CsvRows.read(new ByteArrayInputStream(file), AnyFile.ANSI)) {
            for (List<DeviceRow> rows = reader.next(); !rows.isEmpty(); rows = reader.next()) {
                all.addAll(rows);
            }
        }
        return all;
    }
}
