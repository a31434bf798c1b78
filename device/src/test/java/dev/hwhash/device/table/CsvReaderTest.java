// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static dev.hwhash.device.table.Tables.devices;
import static dev.hwhash.device.table.Tables.put;
import static dev.hwhash.device.table.Tables.read;
import static dev.hwhash.device.table.Tables.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

    private static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash";
    private static final DeviceRecord FIRST = row("HWHASH-0001", "T0AA");
    private static final DeviceRecord SECOND = row("HWHASH-0002", "T0BB");

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void linesEndAsTheyDo(String newline) throws NotADeviceFileException {
        String text = String.join(newline, HEADER, "HWHASH-0001,,T0AA", "HWHASH-0002,,T0BB", "");

        assertThat(devices(text)).containsExactly(FIRST, SECOND);
        assertThat(read(text).newline()).isEqualTo(newline);
        assertThat(read(text).rows()).extracting(TableRow::number).containsExactly(2, 3);
    }

    @Test
    void theLastLineNeedsNoEnd() throws NotADeviceFileException {
        assertThat(devices(HEADER + "\nHWHASH-0001,,T0AA")).containsExactly(FIRST);
        assertThat(devices(HEADER)).isEmpty();
        assertThat(read(HEADER).newline()).isEqualTo("\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void cellsAreSeparatedAsExcelLeavesThem(String separator) throws NotADeviceFileException {
        String text = HEADER.replace(",", separator) + "\r\n" + "HWHASH-0001,,T0AA\r\n".replace(",", separator);

        assertThat(devices(text)).containsExactly(FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void cellsMayStandInQuotes(String separator) throws NotADeviceFileException {
        String text = "\"Device Serial Number\",\"Group Tag\",\"Hardware Hash\"\r\n".replace(",", separator)
                + "\"HWHASH-0001\",\"a \"\"b\"\"\r\n,;\t\",\"T0AA\"\r\n".replace("\",\"", "\"" + separator + "\"")
                + "HWHASH-0002,,T0BB\r\n".replace(",", separator);

        assertThat(devices(text)).containsExactly(FIRST.with(Field.GROUP_TAG, "a \"b\"\r\n,;\t"), SECOND);
        assertThat(read(text).rows()).extracting(TableRow::number).containsExactly(2, 4);
    }

    @Test
    void aQuoteInsideACellIsACharacter() throws NotADeviceFileException {
        assertThat(devices(HEADER + "\r\nHW\"HASH-0001,,T0AA\r\n"))
                .containsExactly(FIRST.with(Field.SERIAL_NUMBER, "HW\"HASH-0001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "device serial number,hardware hash",
                "DEVICE SERIAL NUMBER,HARDWARE HASH",
                "Device_Serial_Number,HardwareHash",
                " Device Serial Number , Hardware Hash ",
                "SerialNumber,HardwareHash",
                "Serial,DeviceHardwareData"
            })
    void namesAreFoundInAnySpelling(String header) throws NotADeviceFileException {
        assertThat(devices(header + "\r\nHWHASH-0001,T0AA\r\n")).containsExactly(FIRST);
    }

    @Test
    void columnsStandInAnyOrderAmongOthers() throws NotADeviceFileException {
        String text = "Owner,Hardware Hash,Room,Device Serial Number\r\nAnn,T0AA,12,HWHASH-0001\r\n";

        assertThat(devices(text)).containsExactly(FIRST);
    }

    /** As many other columns as known ones: no export that repeats its names. */
    @Test
    void otherColumnsMayStandBehindTheKnownOnes() throws NotADeviceFileException {
        String header = "Device Serial Number,Hardware Hash,Room,Owner\r\n";

        assertThat(devices(header)).isEmpty();
        assertThat(devices(header + "HWHASH-0001,T0AA,12,Ann\r\n")).containsExactly(FIRST);
    }

    @Test
    void aRowMayBeShorterOrLongerThanTheHeader() throws NotADeviceFileException {
        assertThat(
                        devices(
                                "Device Serial Number,Hardware Hash,Group Tag\r\nHWHASH-0001,T0AA\r\nHWHASH-0002,T0BB,,x,y\r\n"))
                .containsExactly(FIRST, SECOND);
    }

    @Test
    void blankLinesAreNoRows() throws NotADeviceFileException {
        String text = "\r\n" + HEADER + "\r\n\r\n  \r\n,,\r\n\"\",\"\",\"\"\r\nHWHASH-0001,,T0AA\r\n,,\r\n";

        assertThat(devices(text)).containsExactly(FIRST);
        assertThat(read(text).rows()).extracting(TableRow::number).containsExactly(7);
    }

    @Test
    void theOlderNameOfTheGroupTagIsKnown() throws NotADeviceFileException {
        assertThat(devices("Device Serial Number,Hardware Hash,OrderID\r\nHWHASH-0001,T0AA,Sales\r\n"))
                .containsExactly(FIRST.with(Field.GROUP_TAG, "Sales"));
    }

    @Test
    void theNewerNameCountsWhereBothStand() throws NotADeviceFileException {
        assertThat(devices("Order ID,Device Serial Number,Hardware Hash,Group Tag\r\nP-17,HWHASH-0001,T0AA,Sales\r\n"))
                .containsExactly(FIRST.with(Field.GROUP_TAG, "Sales"));
    }

    @Test
    void ofANameThatStandsTwiceTheFirstColumnCounts() throws NotADeviceFileException {
        assertThat(devices("Serial Number,Hardware Hash,Serial Number\r\nHWHASH-0001,T0AA,HWHASH-0009\r\n"))
                .containsExactly(FIRST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Device serial number,Windows product ID,Hardware hash,Manufacturer name,Device Model|PARTNER_CENTER",
                "Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model|PARTNER_CENTER",
                "Manufacturer,Model,Serial Number|PARTNER_CENTER",
                "Manufacturer,Model,Serial Number,Hardware Hash|MANAGED_DESKTOP",
                "Manufacturer,Model,Serial Number,Hardware Hash,Order ID|MANAGED_DESKTOP",
                "Device Serial Number,Windows Product ID,Hardware Hash|AUTOPILOT",
                "Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User|AUTOPILOT",
                "Hardware Hash,Group Tag|AUTOPILOT",
                "Serial Number,Model,Hardware Hash|AUTOPILOT"
            })
    void theHeaderTellsTheFormat(String header, Format format) throws NotADeviceFileException {
        assertThat(read(header + "\r\n").format()).isEqualTo(format);
    }

    /** UTF-8 with mark and LF, as the portal offers it; the mark belongs to the encoding. */
    @Test
    void thePartnerPortalsSampleIsRead() throws NotADeviceFileException {
        String text = """
                Device serial number,Windows product ID,Hardware hash,Manufacturer name,Device Model
                HWHASH-0001,0001234567890,T0AA,Contoso,Book 3
                """;

        assertThat(devices(text))
                .containsExactly(new DeviceRecord(Map.of(
                        Field.SERIAL_NUMBER, "HWHASH-0001",
                        Field.WINDOWS_PRODUCT_ID, "0001234567890",
                        Field.HARDWARE_HASH, "T0AA",
                        Field.MANUFACTURER, "Contoso",
                        Field.MODEL, "Book 3")));
    }

    @Test
    void linesBeforeTheHeaderAreSkipped() throws NotADeviceFileException {
        String text = "Report of today\r\n\r\n\"Site, all\"\r\n" + HEADER + "\r\nHWHASH-0001,,T0AA\r\n";

        assertThat(devices(text)).containsExactly(FIRST);
        assertThat(read(text).rows()).extracting(TableRow::number).containsExactly(5);
    }

    @Test
    void aHeaderIsLookedForInTenLines() throws NotADeviceFileException {
        assertThat(devices("x\r\n".repeat(9) + HEADER + "\r\nHWHASH-0001,,T0AA\r\n"))
                .containsExactly(FIRST);
        assertThatThrownBy(() -> read("x\r\n".repeat(10) + HEADER + "\r\n"))
                .isInstanceOf(NotADeviceFileException.class)
                .hasMessageContaining("first 10 lines");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "{\"serialNumber\":\"HWHASH-0001\"}",
                "Name,Colour\r\nAnn,red\r\n",
                "Hardware Hash\r\nT0AA\r\n",
                "Manufacturer,Model\r\nContoso,Book 3\r\n",
                "HWHASH-0001,,T0AA\r\n",
                "Contoso,Book 3,HWHASH-0001\r\n"
            })
    void aFileWithoutAHeaderIsNoDeviceFile(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(NotADeviceFileException.class)
                .hasMessageContaining("no header with a serial number or a hardware hash");
    }

    @Test
    void theHeaderThatStandsFirstCounts() throws NotADeviceFileException {
        String text = HEADER.replace(",", ";") + "\r\nSerial,Make,x;;T0AA\r\n";

        assertThat(devices(text)).containsExactly(row("Serial,Make,x", "T0AA"));
    }

    /** Read with commas, the note is a header whose last cell only the quotes of the added row close. */
    @Test
    void anAddedRowMakesNoOtherLineTheHeader() throws Exception {
        String text =
                "\"Serial Number\";\"Hardware Hash\";\"Note\"\r\nHWHASH-0001;T0AA;1\r\nSerial,Make,\"x;T0BB;2\r\n";
        DeviceRecord added = row("HWHASH-0003", "T0CC");

        assertThat(devices(put(text, added))).containsExactly(FIRST, row("Serial,Make,\"x", "T0BB"), added);
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefused() {
        assertThatThrownBy(() -> read(HEADER + "\r\n\"HWHASH-0001,,T0AA\r\nHWHASH-0002,,T0BB\r\n"))
                .isInstanceOf(NotADeviceFileException.class)
                .hasMessageContaining("a quote is never closed");
    }

    /** What a power cut leaves on FAT, or UTF-16 taken for something else. */
    @Test
    void nulCharactersAreRefused() {
        assertThatThrownBy(() -> read(HEADER + "\r\nHWHASH-0001,,T0AA\r\n\0\0\0\0"))
                .isInstanceOf(NotADeviceFileException.class)
                .hasMessageContaining("NUL");
    }
}
