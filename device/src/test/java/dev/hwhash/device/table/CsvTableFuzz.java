// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.TestDevices;
import dev.hwhash.device.hash.SyntheticHash;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes as a device file, and a device that is put into it. Behind the last U+001E of the input stands what the
 * device says as its group tag and model, so that every text is tried there.
 */
class CsvTableFuzz {

    private static final SyntheticHash HASH =
            SyntheticHash.of("HWHASH-0001").withoutTpm().paddedTo(0);
    private static final byte VALUES = 0x1E;
    private static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash,Group Tag";

    static Stream<byte[]> seeds() throws CharacterCodingException {
        String hash = HASH.osBuild(22631).text();
        String rows = "HWHASH-0002,,T0EEAA==,Kiosk\r\nHWHASH-0001,," + hash + ",\u00E4\r\n";
        String export = "Device_Serial_Number0,Hardware_Hash0,Model,HWHASH-0001," + hash + ",Book 3";
        String quoted = "\"" + HEADER.replace(",", "\";\"") + "\";\"Room\"\r\n";
        return Stream.of(
                seed("utf-8", HEADER + "\r\n" + rows, "T\u00E4g"),
                seed("utf-16le", HEADER + "\r\n" + rows, ""),
                seed("ansi", HEADER + "\n" + rows, "\u20AC"),
                seed("ascii", "Report\r\n\r\n" + quoted + "\"HWHASH-0002\";;\"T0\";\"a;b\nc\";\"12\"\"\"", "a;\"b"),
                seed("utf-8-bom", "Serial Number\tMake\tModel\rHWHASH-0001\tContoso\tBook 3\rX\tY\tZ", ""),
                seed("ascii", "textbox1\r\n" + export, ""),
                seed("ascii", "Contoso,Book 3,HWHASH-0001\r\nFabrikam,Desk,HWHASH-0002", "B.,"),
                seed("ascii", "\"Contoso\";\"Book 3\";\"HWHASH-0001\"\n", "Book 3"));
    }

    private static byte[] seed(String encoding, String text, String values) throws CharacterCodingException {
        byte[] file = TextEncoding.named(encoding, AnyFile.ANSI).orElseThrow().encode(text);
        byte[] added = values.getBytes(StandardCharsets.UTF_8);
        byte[] seed = Arrays.copyOf(file, file.length + 1 + added.length);
        seed[file.length] = VALUES;
        System.arraycopy(added, 0, seed, file.length + 1, added.length);
        return seed;
    }

    @MethodSource("seeds")
    @FuzzTest
    void takesADeviceAndKeepsEveryOtherByte(byte[] input) throws CharacterCodingException {
        int end = input.length - 1;
        while (end >= 0 && input[end] != VALUES) {
            end--;
        }
        byte[] file = end < 0 ? input : Arrays.copyOf(input, end);
        String values = end < 0 ? "" : new String(input, end + 1, input.length - end - 1, StandardCharsets.UTF_8);
        DeviceRecord plain = TestDevices.device(HASH, "HWHASH-0001");
        List<DeviceRecord> devices = List.of(
                plain,
                plain.with(Field.GROUP_TAG, values).with(Field.MODEL, values),
                TestDevices.named("HWHASH-0001", "Contoso", values));

        TextEncoding encoding = TextEncoding.of(file, AnyFile.ANSI);
        Optional<String> text = encoding.decode(file);
        if (text.isPresent()) {
            assertThat(encoding.encode(text.get())).isEqualTo(file);
            for (Reader reader : new Reader[] {CsvReader::read, CsvReader::readIdentifiers}) {
                for (DeviceRecord device : devices) {
                    new Subject(reader, encoding).take(text.get(), device);
                }
            }
        }
    }

    private interface Reader {
        CsvTable read(String text, TextEncoding encoding) throws NotADeviceFileException;
    }

    /** One file, read in one way. */
    private record Subject(Reader reader, TextEncoding encoding) {

        void take(String text, DeviceRecord device) throws CharacterCodingException {
            CsvTable table;
            DeviceRecord fitted;
            try {
                table = reader.read(text, encoding);
                rowsStandInTheText(table);
                fitted = table.fit(device).device();
            } catch (NotADeviceFileException | CannotHoldException refused) {
                // The longest names a field, a character and an encoding, never a value.
                assertThat(refused.getMessage()).matches("[ -~]{1,120}");
                return;
            }
            // A device that says too little is refused before it gets here.
            if (fitted.values().keySet().containsAll(table.format().needed())) {
                put(table, fitted);
            }
        }

        private void rowsStandInTheText(CsvTable table) {
            int at = 0;
            int number = 1;
            for (TableRow row : table.rows()) {
                assertThat(row.start()).isGreaterThanOrEqualTo(at);
                number += breaks(table.text().substring(at, row.start()));
                assertThat(row.number()).isEqualTo(number);
                assertThat(row.end()).isBetween(row.start() + 1, table.text().length());
                assertThat(DeviceIdentity.of(row.device()).serialNumber().orElse("x"))
                        .isNotBlank();
                number += breaks(table.text().substring(row.start(), row.end()));
                at = row.end();
            }
        }

        private static int breaks(String text) {
            return (int) text.replace("\r\n", "\n")
                    .chars()
                    .filter(c -> c == '\n' || c == '\r')
                    .count();
        }

        private void put(CsvTable table, DeviceRecord fitted) throws CharacterCodingException {
            TableMerge merge = new TableMerge(table);
            Placement placement = merge.put(fitted);
            String text = merge.text();

            CsvTable after = read(encoding.encode(text));
            List<DeviceRecord> devices = Tables.devices(table);
            List<DeviceRecord> devicesAfter = Tables.devices(after);
            Optional<TableRow> replaced = table.rows().stream()
                    .filter(row -> row.number() == placement.replacedLine())
                    .findFirst();
            if (replaced.isPresent()) {
                TableRow row = replaced.get();
                int index = table.rows().indexOf(row);
                String before = table.text().substring(0, row.start());
                String behind = table.text().substring(row.end());
                assertThat(text).startsWith(before);
                assertThat(text.substring(before.length()))
                        .satisfiesAnyOf(
                                rest -> assertThat(rest).endsWith(behind),
                                rest -> assertThat(rest).endsWith(behind + table.newline()));
                assertThat(devicesAfter).hasSameSizeAs(devices);
                assertThat(devicesAfter.subList(0, index)).isEqualTo(devices.subList(0, index));
                assertThat(devicesAfter.subList(index + 1, devices.size()))
                        .isEqualTo(devices.subList(index + 1, devices.size()));
                assertThat(devicesAfter.get(index).values()).containsAllEntriesOf(fitted.values());
            } else {
                byte[] before = encoding.encode(table.text());
                assertThat(Arrays.copyOf(encoding.encode(text), before.length)).isEqualTo(before);
                assertThat(text).endsWith(table.newline());
                List<DeviceRecord> expected = new ArrayList<>(devices);
                expected.add(fitted);
                assertThat(devicesAfter).isEqualTo(expected);
            }

            TableMerge again = new TableMerge(after);
            again.put(fitted);
            assertThat(again.text()).isEqualTo(text);
        }

        /** Characters of a code page can happen to be UTF-8: then its encoding is not told from the bytes. */
        private CsvTable read(byte[] bytes) {
            TextEncoding found = TextEncoding.of(bytes, AnyFile.ANSI);
            if (!encoding.name().equals("ansi")) {
                assertThat(found.passesFor(encoding)).isTrue();
            }
            try {
                return reader.read(encoding.decode(bytes).orElseThrow(), encoding);
            } catch (NotADeviceFileException e) {
                throw new AssertionError("not read again: " + e.getMessage(), e);
            }
        }
    }
}
