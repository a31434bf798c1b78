// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static dev.hwhash.device.TestDevices.device;
import static dev.hwhash.device.table.Tables.devices;
import static dev.hwhash.device.table.Tables.put;
import static dev.hwhash.device.table.Tables.read;
import static dev.hwhash.device.table.Tables.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.hash.SyntheticHash;
import org.junit.jupiter.api.Test;

/**
 * "Windows Autopilot Device Information" as the report viewer saves it: three lines of the report, a line that describes
 * the columns, then the names on each row before its values.
 *
 * @see <a href="https://github.com/MicrosoftDocs/windows-itpro-docs/issues/5510">windows-itpro-docs 5510</a>
 */
class ConfigurationManagerExportTest {

    private static final String LEAD = "Textbox18\r\nWindows Autopilot Device Information\r\n\r\n"
            + "Device_Serial_Number1,Windows_Product_ID1,Hardware_Hash1,"
            + "Device_Serial_Number,Windows_Product_ID,Hardware_Hash\r\n";
    private static final String NAMES = "Device Serial Number,Windows Product ID,Hardware Hash,";
    private static final String FIRST = SyntheticHash.of("HWHASH-0001").text();
    private static final String SECOND = SyntheticHash.of("HWHASH-0002").text();

    @Test
    void theValuesAreReadFromBehindTheNames() throws NotADeviceFileException {
        String text = LEAD + NAMES + "HWHASH-0001,," + FIRST + "\r\n" + NAMES + "HWHASH-0002,0001234567890," + SECOND
                + "\r\n";

        assertThat(read(text).format()).isEqualTo(Format.AUTOPILOT);
        assertThat(devices(text))
                .containsExactly(
                        row("HWHASH-0001", FIRST),
                        row("HWHASH-0002", SECOND).with(Field.WINDOWS_PRODUCT_ID, "0001234567890"));
        assertThat(read(text).rows()).extracting(TableRow::number).containsExactly(5, 6);
    }

    @Test
    void theLineThatDescribesTheColumnsMayBeAnything() throws NotADeviceFileException {
        String text = "Textbox18\r\nx\r\n\r\nTextbox1,Textbox2,Textbox3,Serial,PKID,Hash\r\n" + NAMES + "HWHASH-0001,,"
                + FIRST + "\r\n";

        assertThat(devices(text)).containsExactly(row("HWHASH-0001", FIRST));
    }

    @Test
    void aRowWithoutHashIsReadToo() throws NotADeviceFileException {
        String text = LEAD + NAMES + "HWHASH-0009,,\r\n" + NAMES + "HWHASH-0001,," + FIRST + "\r\n";

        assertThat(devices(text))
                .extracting(device -> device.value(Field.SERIAL_NUMBER).orElse(""))
                .containsExactly("HWHASH-0009", "HWHASH-0001");
    }

    @Test
    void aRowIsAddedWithItsNames() throws NotADeviceFileException, CannotHoldException {
        String text = LEAD + NAMES + "HWHASH-0001,," + FIRST + "\r\n";

        assertThat(put(text, device("HWHASH-0002"))).isEqualTo(text + NAMES + "HWHASH-0002,," + SECOND + "\r\n");
    }

    @Test
    void aRowIsAddedWithTheQuotesOfItsNames() throws NotADeviceFileException, CannotHoldException {
        String names = "Device Serial Number,Hardware Hash,\"Room, floor\",";
        String text = LEAD + names + "HWHASH-0001," + FIRST + ",\"1, 2\"\r\n";

        assertThat(put(text, device("HWHASH-0002"))).isEqualTo(text + names + "HWHASH-0002," + SECOND + ",\r\n");
    }

    @Test
    void aRowIsReplacedWithItsNames() throws NotADeviceFileException, CannotHoldException {
        String newer = SyntheticHash.of("HWHASH-0001").osBuild(26200).text();
        String rest = NAMES + "HWHASH-0002,," + SECOND + "\r\n";

        assertThat(put(LEAD + NAMES + "HWHASH-0001,," + newer + "\r\n" + rest, device("HWHASH-0001")))
                .isEqualTo(LEAD + NAMES + "HWHASH-0001,," + FIRST + "\r\n" + rest);
    }
}
