// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static dev.hwhash.device.TestDevices.device;
import static dev.hwhash.device.TestDevices.named;
import static dev.hwhash.device.table.Tables.newFile;
import static dev.hwhash.device.table.Tables.put;
import static dev.hwhash.device.table.Tables.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.hash.SyntheticHash;
import java.nio.charset.Charset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which devices a file cannot hold, and what is said of it. */
class FitTest {

    private static final DeviceRecord DEVICE = device("HWHASH-0001");

    private static CannotHoldException refusal(DeviceTable table, DeviceRecord device) {
        CannotHoldException refusal = catchThrowableOfType(CannotHoldException.class, () -> table.fit(device));
        assertThat(refusal).as("refusal").isNotNull();
        return refusal;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,b|holds a comma, for which the file has no escape",
                "a\"b|holds a quote, for which the file has no escape",
                "\"|holds a quote, for which the file has no escape",
                "a\\nb|holds a line break, for which the file has no escape",
                "a\\rb|holds a line break, for which the file has no escape",
                "a\\tb|holds the control character U+0009, for which the file has no escape",
                "a\\1b|holds the control character U+0001, for which the file has no escape",
                "a\\177b|holds the control character U+007F, for which the file has no escape",
                "a\u00E4b|holds U+00E4, which the encoding ascii lacks",
                "a\uD83D\uDE00b|holds U+1F600, which the encoding ascii lacks"
            })
    void aValueThatCannotBeWrittenIsRefused(String value, String why) {
        CsvTable table = newFile(Format.AUTOPILOT, Field.GROUP_TAG);

        CannotHoldException refusal = refusal(table, DEVICE.with(Field.GROUP_TAG, value.translateEscapes()));

        assertThat(refusal.field()).isEqualTo(Field.GROUP_TAG);
        assertThat(refusal).hasMessage("the group tag " + why);
    }

    @ParameterizedTest
    @EnumSource(names = {"SERIAL_NUMBER", "MANUFACTURER", "MODEL", "HARDWARE_HASH"})
    void theMessageNamesTheField(Field field) {
        CannotHoldException refusal = refusal(newFile(Format.MANAGED_DESKTOP), DEVICE.with(field, "a,b"));

        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal).hasMessage("the " + field.words() + " holds a comma, for which the file has no escape");
    }

    @Test
    void eachEncodingHoldsItsCharacters() throws CannotHoldException {
        Charset ansi = Charset.forName("windows-1252");
        TextEncoding encoding = TextEncoding.named("ansi", ansi).orElseThrow();
        CsvTable table = CsvTable.create(Format.AUTOPILOT, Set.of(Field.GROUP_TAG), encoding);

        assertThat(table.fit(DEVICE.with(Field.GROUP_TAG, "B\u00FCro")).device().value(Field.GROUP_TAG))
                .contains("B\u00FCro");
        assertThat(refusal(table, DEVICE.with(Field.GROUP_TAG, "\u0434")))
                .hasMessage("the group tag holds U+0434, which the encoding ansi lacks");
    }

    @Test
    void theSeparatorOfTheFileCounts() throws NotADeviceFileException, CannotHoldException {
        String text = "Device Serial Number;Hardware Hash;Group Tag\r\n";

        assertThat(put(text, DEVICE.with(Field.GROUP_TAG, "a,b"))).endsWith(";a,b\r\n");
        assertThat(refusal(read(text), DEVICE.with(Field.GROUP_TAG, "a;b")))
                .hasMessage("the group tag holds the separator ';', for which the file has no escape");
    }

    @Test
    void aFileInQuotesHoldsSeparatorsAndQuotes() throws NotADeviceFileException, CannotHoldException {
        String text = "\"Device Serial Number\",\"Hardware Hash\",\"Group Tag\"\r\n";
        DeviceRecord device = DEVICE.with(Field.GROUP_TAG, "a,\"b\"");

        assertThat(put(text, device)).endsWith(",\"a,\"\"b\"\"\"\r\n");
        assertThat(Tables.devices(put(text, device)))
                .singleElement()
                .isEqualTo(read(text).fit(device).device());
        assertThat(refusal(read(text), DEVICE.with(Field.GROUP_TAG, "a\nb")))
                .hasMessageStartingWith("the group tag holds a line break");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JSON")
    void aGroupTagOrUserWithoutAColumnIsRefused(Format format) {
        assertThat(refusal(newFile(format), DEVICE.with(Field.GROUP_TAG, "Sales")))
                .hasMessage("the group tag has no column there");
        assertThat(refusal(newFile(format), DEVICE.with(Field.ASSIGNED_USER, "user@contoso.example")))
                .hasMessage("the assigned user has no column there");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Device Serial Number,Group Tag|HARDWARE_HASH",
                "Hardware Hash,Group Tag|SERIAL_NUMBER",
                "Hardware Hash,Manufacturer,Model|SERIAL_NUMBER"
            })
    void aValueThatTheFormatNeedsIsRefusedWithoutAColumn(String header, Field field) throws NotADeviceFileException {
        assertThat(refusal(read(header + "\r\n"), DEVICE).field()).isEqualTo(field);
    }

    @Test
    void whatTheFormatDoesNotNeedIsLeftOut() throws CannotHoldException {
        Fit fit = newFile(Format.AUTOPILOT).fit(DEVICE.with(Field.MANUFACTURER, "VMware, Inc."));

        assertThat(fit.device())
                .isEqualTo(Tables.row(
                        "HWHASH-0001", SyntheticHash.of("HWHASH-0001").text()));
        assertThat(fit.leftEmpty()).isEmpty();
    }

    @Test
    void partnerCenterLeavesACommaToTheHash() throws CannotHoldException {
        CsvTable table = newFile(Format.PARTNER_CENTER);

        Fit fit = table.fit(DEVICE.with(Field.MANUFACTURER, "VMware, Inc.").with(Field.MODEL, "VMware7,1"));

        assertThat(fit.leftEmpty()).containsExactlyInAnyOrder(Field.MANUFACTURER, Field.MODEL);
        assertThat(put(table, fit.device()))
                .endsWith("\r\nHWHASH-0001,," + SyntheticHash.of("HWHASH-0001").text() + ",,\r\n");
        assertThat(table.fit(DEVICE).leftEmpty()).isEmpty();
    }

    @Test
    void partnerCenterRefusesACommaWithoutAHash() {
        assertThat(refusal(newFile(Format.PARTNER_CENTER), named("HWHASH-0001", "VMware, Inc.", "VMware7")))
                .hasMessage("the manufacturer holds a comma, for which the file has no escape");
    }

    @Test
    void partnerCenterRefusesACommaWhereTheFileHasNoHash() throws NotADeviceFileException {
        CsvTable table = read("Manufacturer,Model,Serial Number\r\n");

        assertThat(refusal(table, DEVICE.with(Field.MODEL, "VMware7,1")).field())
                .isEqualTo(Field.MODEL);
    }

    @Test
    void partnerCenterRefusesAnyOtherObstacle() {
        CsvTable table = newFile(Format.PARTNER_CENTER);

        assertThat(refusal(table, DEVICE.with(Field.SERIAL_NUMBER, "a,b")).field())
                .isEqualTo(Field.SERIAL_NUMBER);
        assertThat(refusal(table, DEVICE.with(Field.MODEL, "Pad 10\"")).field()).isEqualTo(Field.MODEL);
    }

    @Test
    void partnerCenterInQuotesHoldsTheComma() throws NotADeviceFileException, CannotHoldException {
        CsvTable table = read("\"Device Serial Number\",\"Windows Product ID\",\"Hardware Hash\","
                + "\"Manufacturer name\",\"Device model\"\r\n");

        assertThat(table.fit(DEVICE.with(Field.MANUFACTURER, "VMware, Inc."))
                        .device()
                        .value(Field.MANUFACTURER))
                .contains("VMware, Inc.");
    }

    @Test
    void managedDesktopRefusesAComma() {
        assertThatThrownBy(() -> newFile(Format.MANAGED_DESKTOP).fit(DEVICE.with(Field.MANUFACTURER, "VMware, Inc.")))
                .isInstanceOf(CannotHoldException.class);
    }

    @Test
    void whatFitsIsReadBackTheSame() throws NotADeviceFileException, CannotHoldException {
        DeviceRecord device = DEVICE.with(Field.SERIAL_NUMBER, " HWHASH 1 ").with(Field.MODEL, "Book; 3");
        CsvTable table = newFile(Format.PARTNER_CENTER);

        assertThat(Tables.devices(put(table, device)))
                .containsExactly(table.fit(device).device());
        assertThat(table.fit(device).device()).isEqualTo(device);
    }
}
