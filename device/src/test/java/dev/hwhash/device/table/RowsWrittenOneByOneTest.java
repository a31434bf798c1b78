// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.hash.SyntheticHash;
import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is written row by row has the bytes of one that is held as a whole. */
class RowsWrittenOneByOneTest {

    private static final HardwareHash HASH =
            (HardwareHash) HardwareHash.read(SyntheticHash.of("HWHASH-0001").text());
    private static final HardwareHash READ_IN_PLACE = readInPlace("mine,", HASH.text());
    private static final DeviceRecord DEVICE = DeviceRecord.EMPTY
            .with(Field.SERIAL_NUMBER, "HWHASH-0001")
            .with(Field.MANUFACTURER, "Contoso")
            .with(Field.MODEL, "Book 3");
    private static final Set<Field> TAGS = Set.of(Field.GROUP_TAG, Field.ASSIGNED_USER);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JSON")
    void eachFormatIsThatOfANewFile(Format format) throws CannotHoldException, CharacterCodingException {
        assertSameBytes(format, TextEncoding.ASCII, DEVICE, DEVICE.with(Field.SERIAL_NUMBER, "HWHASH-0002"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ansi", "utf-8", "utf-8-bom", "utf-16le"})
    void eachEncodingIsThatOfANewFile(String name) throws CannotHoldException, CharacterCodingException {
        TextEncoding encoding =
                TextEncoding.named(name, Charset.forName("windows-1252")).orElseThrow();
        assertSameBytes(
                Format.AUTOPILOT,
                encoding,
                DEVICE.with(Field.GROUP_TAG, "Caf\u00E9"),
                DEVICE.with(Field.SERIAL_NUMBER, "HWHASH-0002").with(Field.ASSIGNED_USER, "user@contoso.example"));
    }

    @Test
    void theHashThatIsGivenCounts() throws CannotHoldException {
        writer(Format.AUTOPILOT).write(DEVICE.with(Field.HARDWARE_HASH, "T0AA"), Optional.of(HASH), out);
        assertThat(written()).isEqualTo("HWHASH-0001,," + HASH.text() + "\r\n");
    }

    @Test
    void withoutAHashTheTextOfTheRowStands() throws CannotHoldException {
        writer(Format.AUTOPILOT).write(DEVICE.with(Field.HARDWARE_HASH, "T0AA"), Optional.empty(), out);
        assertThat(written()).isEqualTo("HWHASH-0001,,T0AA\r\n");
    }

    @Test
    void aNameWithACommaIsLeftEmptyBesideAHash() throws CannotHoldException {
        DeviceRecord device = DEVICE.with(Field.MANUFACTURER, "VMware, Inc.");
        Set<Field> leftEmpty = writer(Format.PARTNER_CENTER).write(device, Optional.of(HASH), out);
        assertThat(leftEmpty).containsExactly(Field.MANUFACTURER);
        assertThat(written()).isEqualTo("HWHASH-0001,," + HASH.text() + ",,Book 3\r\n");
    }

    @Test
    void nothingIsLeftEmptyWithoutNeed() throws CannotHoldException {
        assertThat(writer(Format.PARTNER_CENTER).write(DEVICE, Optional.of(HASH), out))
                .isEmpty();
    }

    @Test
    void aRowThatIsRefusedAddsNothing() {
        DeviceRecord device = DEVICE.with(Field.SERIAL_NUMBER, "HWHASH,0001");
        assertThatThrownBy(() -> writer(Format.AUTOPILOT).write(device, Optional.of(HASH), out))
                .isInstanceOf(CannotHoldException.class)
                .hasMessageContaining("serial number");
        assertThat(out.size()).isZero();
    }

    private static HardwareHash readInPlace(String before, String text) {
        byte[] bytes = (before + text + ",behind").getBytes(US_ASCII);
        return (HardwareHash) HardwareHash.read(bytes, before.length(), before.length() + text.length());
    }

    private static CsvRowWriter writer(Format format) {
        return new CsvRowWriter(format, Set.of(), TextEncoding.ASCII);
    }

    private String written() {
        return out.toString(US_ASCII);
    }

    private void assertSameBytes(Format format, TextEncoding encoding, DeviceRecord... devices)
            throws CannotHoldException, CharacterCodingException {
        CsvRowWriter writer = new CsvRowWriter(format, TAGS, encoding);
        out.writeBytes(writer.start());
        for (DeviceRecord device : devices) {
            writer.write(device, Optional.of(HASH), out);
            writer.write(device, Optional.of(READ_IN_PLACE), out);
        }
        CsvTable table = CsvTable.create(format, TAGS, encoding);
        StringBuilder text = new StringBuilder(table.text());
        List<DeviceRecord> whole = Arrays.stream(devices)
                .map(device -> device.with(Field.HARDWARE_HASH, HASH.text()))
                .toList();
        for (DeviceRecord device : whole) {
            String line = table.line(table.fit(device).device()) + table.newline();
            text.append(line).append(line);
        }
        assertThat(out.toByteArray()).isEqualTo(encoding.encode(text.toString()));
    }
}
