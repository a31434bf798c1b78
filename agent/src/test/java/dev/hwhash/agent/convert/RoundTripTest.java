// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.bulk.RowWriters;
import dev.hwhash.agent.convert.RowText.Written;
import dev.hwhash.agent.json.JsonRows;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.device.table.CsvRows;
import dev.hwhash.device.table.DeviceRow;
import dev.hwhash.device.table.NotADeviceFileException;
import dev.hwhash.device.table.RowReader;
import dev.hwhash.device.table.TextEncoding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What two formats both hold survives the way from one to the other and back. */
class RoundTripTest {

    private static final Charset ANSI = Charset.forName("windows-1252");
    private static final List<Field> ENTERED = List.of(
            Field.SERIAL_NUMBER,
            Field.MANUFACTURER,
            Field.MODEL,
            Field.WINDOWS_PRODUCT_ID,
            Field.GROUP_TAG,
            Field.ASSIGNED_USER,
            Field.SOURCE);

    @Provide
    Arbitrary<DeviceRecord> devices() {
        Arbitrary<String> values = Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars('\u00E4', '\u20AC', ' ', ';')
                .excludeChars(',', '"')
                .ofMaxLength(12)
                .map(String::strip);
        return Combinators.combine(
                        values.list().ofSize(ENTERED.size()),
                        Arbitraries.integers().between(1, 9))
                .as((entered, number) -> {
                    Map<Field, String> device = new EnumMap<>(Field.class);
                    for (int i = 0; i < entered.size(); i++) {
                        device.put(ENTERED.get(i), entered.get(i));
                    }
                    String hash =
                            SyntheticHash.of("HWHASH-000" + number).paddedTo(0).text();
                    device.put(Field.HARDWARE_HASH, hash);
                    return new DeviceRecord(device);
                });
    }

    @Provide
    Arbitrary<Format> formats() {
        return Arbitraries.of(Format.AUTOPILOT, Format.PARTNER_CENTER, Format.MANAGED_DESKTOP, Format.JSON);
    }

    @Provide
    Arbitrary<TextEncoding> encodings() {
        return Arbitraries.of("ansi", "utf-8", "utf-8-bom", "utf-16le")
                .map(name -> TextEncoding.named(name, ANSI).orElseThrow());
    }

    @Property(tries = 300)
    void whatBothFormatsHoldComesBack(
            @ForAll("devices") DeviceRecord device,
            @ForAll("formats") Format there,
            @ForAll("formats") Format back,
            @ForAll("encodings") TextEncoding encoding)
            throws IOException, NotADeviceFileException {
        byte[] first = converted(List.of(DeviceRow.of(1, device)), back, encoding);
        byte[] second = converted(rows(first, back), there, encoding);
        byte[] third = converted(rows(second, there), back, encoding);

        Map<Field, String> before = rows(first, back).get(0).device().values();
        Map<Field, String> after = rows(third, back).get(0).device().values();
        Set<Field> both = EnumSet.copyOf(back.held());
        both.retainAll(there.held());
        for (Field field : both) {
            assertThat(after.get(field)).as(field.words()).isEqualTo(before.get(field));
        }
        for (Field field : device.values().keySet()) {
            if (back.held().contains(field)) {
                assertThat(before.get(field))
                        .as(field.words())
                        .isEqualTo(device.values().get(field));
            }
        }
    }

    @Property(tries = 100)
    void aCleanFileBecomesItself(
            @ForAll("devices") DeviceRecord device,
            @ForAll("formats") Format format,
            @ForAll("encodings") TextEncoding encoding)
            throws IOException, NotADeviceFileException {
        byte[] file = converted(List.of(DeviceRow.of(1, device), DeviceRow.of(2, device)), format, encoding);

        assertThat(converted(rows(file, format), format, encoding)).isEqualTo(file);
    }

    private static byte[] converted(List<DeviceRow> rows, Format format, TextEncoding encoding) {
        Set<Field> columns = EnumSet.noneOf(Field.class);
        for (Field field : RowWriters.OPTIONAL) {
            if (rows.get(0).has(field)) {
                columns.add(field);
            }
        }
        RowText text = new RowText(format, columns, encoding, false);
        Written written = text.of(rows);
        assertThat(written.rows()).as(written.remarks().toString()).isEqualTo(rows.size());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(text.start());
        file.writeBytes(written.bytes());
        return file.toByteArray();
    }

    private static List<DeviceRow> rows(byte[] file, Format format) throws IOException, NotADeviceFileException {
        ByteArrayInputStream in = new ByteArrayInputStream(file);
        try (RowReader reader = format == Format.JSON ? JsonRows.read(in, ANSI) : CsvRows.read(in, ANSI)) {
            return reader.next();
        }
    }
}
