// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static dev.hwhash.device.Field.ASSIGNED_USER;
import static dev.hwhash.device.Field.GROUP_TAG;
import static dev.hwhash.device.Field.WINDOWS_PRODUCT_ID;
import static dev.hwhash.device.TestDevices.device;
import static dev.hwhash.device.table.Tables.newFile;
import static dev.hwhash.device.table.Tables.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.hash.SyntheticHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the importers read, to the letter. */
class NewFileTest {

    private static final String HASH = SyntheticHash.of("HWHASH-0001").text();
    private static final DeviceRecord DEVICE = device("HWHASH-0001");

    @Test
    void autopilot() throws CannotHoldException {
        assertThat(put(newFile(Format.AUTOPILOT), DEVICE))
                .isEqualTo(
                        "Device Serial Number,Windows Product ID,Hardware Hash\r\n" + "HWHASH-0001,," + HASH + "\r\n");
    }

    @Test
    void autopilotWithGroupTag() throws CannotHoldException {
        assertThat(put(newFile(Format.AUTOPILOT, GROUP_TAG), DEVICE.with(GROUP_TAG, "Sales")))
                .isEqualTo("Device Serial Number,Windows Product ID,Hardware Hash,Group Tag\r\n" + "HWHASH-0001,,"
                        + HASH + ",Sales\r\n");
    }

    @Test
    void autopilotWithAssignedUserBringsTheGroupTagAlong() throws CannotHoldException {
        assertThat(put(newFile(Format.AUTOPILOT, ASSIGNED_USER), DEVICE.with(ASSIGNED_USER, "user@contoso.example")))
                .isEqualTo("Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User\r\n"
                        + "HWHASH-0001,," + HASH + ",,user@contoso.example\r\n");
    }

    @Test
    void autopilotWithGroupTagAndAssignedUser() throws CannotHoldException {
        DeviceRecord all = DEVICE.with(GROUP_TAG, "Sales")
                .with(ASSIGNED_USER, "user@contoso.example")
                .with(WINDOWS_PRODUCT_ID, "0001234567890");

        assertThat(put(newFile(Format.AUTOPILOT, GROUP_TAG, ASSIGNED_USER), all))
                .isEqualTo("Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User\r\n"
                        + "HWHASH-0001,0001234567890," + HASH + ",Sales,user@contoso.example\r\n");
    }

    @Test
    void partnerCenter() throws CannotHoldException {
        assertThat(put(newFile(Format.PARTNER_CENTER), DEVICE))
                .isEqualTo("Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model\r\n"
                        + "HWHASH-0001,," + HASH + ",Contoso,Book 3\r\n");
    }

    @Test
    void partnerCenterWithoutHash() throws CannotHoldException {
        assertThat(put(newFile(Format.PARTNER_CENTER), DEVICE.with(Field.HARDWARE_HASH, "")))
                .endsWith("Device model\r\nHWHASH-0001,,,Contoso,Book 3\r\n");
    }

    @Test
    void managedDesktop() throws CannotHoldException {
        assertThat(put(newFile(Format.MANAGED_DESKTOP), DEVICE))
                .isEqualTo("Manufacturer,Model,Serial Number,Hardware Hash\r\n" + "Contoso,Book 3,HWHASH-0001," + HASH
                        + "\r\n");
    }

    @Test
    void corporateIdentifiersHaveNoHeader() throws CannotHoldException {
        assertThat(put(newFile(Format.CORPORATE_IDENTIFIERS), DEVICE)).isEqualTo("Contoso,Book 3,HWHASH-0001\r\n");
    }

    @Test
    void jsonHasNoColumns() {
        assertThatThrownBy(() -> newFile(Format.JSON)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JSON")
    void aNewFileIsOfItsFormatAndHasNoRows(Format format) {
        assertThat(newFile(format).format()).isEqualTo(format);
        assertThat(newFile(format).rows()).isEmpty();
        assertThat(newFile(format).newline()).isEqualTo("\r\n");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"JSON", "CORPORATE_IDENTIFIERS"})
    void aNewFileIsReadAsItsFormat(Format format) throws NotADeviceFileException, CannotHoldException {
        CsvTable read = Tables.read(put(newFile(format), DEVICE));

        assertThat(read.format()).isEqualTo(format);
        assertThat(Tables.devices(read))
                .singleElement()
                .isEqualTo(newFile(format).fit(DEVICE).device());
    }

    @Test
    void leadingZerosAreKept() throws CannotHoldException {
        assertThat(put(newFile(Format.CORPORATE_IDENTIFIERS), DEVICE.with(Field.SERIAL_NUMBER, "0001234")))
                .isEqualTo("Contoso,Book 3,0001234\r\n");
    }
}
