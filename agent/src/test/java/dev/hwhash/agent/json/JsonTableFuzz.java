// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.TestDevices;
import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.device.table.NotADeviceFileException;
import dev.hwhash.device.table.TableMerge;
import dev.hwhash.device.table.TableRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text as a file of JSON lines, into which a device is put, and as the values of a device. */
class JsonTableFuzz {

    private static final SyntheticHash HASH =
            SyntheticHash.of("HWHASH-0001").withoutTpm().paddedTo(0);
    private static final DeviceRecord DEVICE = TestDevices.device(HASH, "HWHASH-0001");
    private static final Pattern REFUSAL =
            Pattern.compile("line \\d+ (is no JSON object|holds more than one JSON object"
                    + "|is not JSON, one object a line, at column \\d+"
                    + "|has schemaVersion -?\\d+; this version of hwhash knows 1)");
    private static final Pattern ONE_LINE_OF_ASCII = Pattern.compile("[ -\\x7F]+");

    static Stream<byte[]> seeds() {
        String same = JsonLine.write(TestDevices.device(HASH.osBuild(22631), "HWHASH-0001"));
        String other = JsonLine.write(TestDevices.named("HWHASH-0002", "Contoso", "\u00E4\"\\\u0001"));
        return Stream.of(
                        same + "\r\n" + other + "\r\n",
                        other + "\n\n " + same,
                        "{\"schemaVersion\":2}",
                        "{\"schemaVersion\": 1.0, \"x\": [{}, [1e9, -0, true, null]], \"model\": \"\\ud83d\\u0000\"} ",
                        "{} {}",
                        "[]")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void takesADeviceAndKeepsEveryOtherLine(byte[] input) throws NotADeviceFileException {
        comesBack(values(input));
        JsonTable table;
        try {
            table = JsonTable.read(new String(input, StandardCharsets.UTF_8));
        } catch (NotADeviceFileException refused) {
            assertThat(refused.getMessage()).matches(REFUSAL);
            return;
        }
        for (TableRow row : table.rows()) {
            comesBack(row.device());
        }
        put(table, DEVICE);
    }

    /** UTF-16 cut anywhere, so that halves of characters are among them. */
    private static DeviceRecord values(byte[] input) {
        Field[] fields = Field.values();
        StringBuilder[] values = new StringBuilder[fields.length];
        DeviceRecord device = DeviceRecord.EMPTY;
        for (int field = 0; field < fields.length; field++) {
            values[field] = new StringBuilder();
            for (int i = 2 * field; i + 1 < input.length; i += 2 * fields.length) {
                values[field].append((char) ((input[i] << 8) | (input[i + 1] & 0xFF)));
            }
            device = device.with(fields[field], values[field].toString());
        }
        return device;
    }

    private static void comesBack(DeviceRecord device) throws NotADeviceFileException {
        String line = JsonLine.write(device);
        assertThat(line).matches(ONE_LINE_OF_ASCII);
        assertThat(JsonLine.read(line, 1)).isEqualTo(device);
    }

    private static void put(JsonTable table, DeviceRecord device) throws NotADeviceFileException {
        TableMerge merge = new TableMerge(table);
        int replacedLine = merge.put(device).replacedLine();
        JsonTable after = JsonTable.read(merge.text());

        List<DeviceRecord> expected = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (TableRow row : table.rows()) {
            boolean replaced = row.number() == replacedLine;
            expected.add(replaced ? device.filledFrom(kept(row.device())) : row.device());
            if (replaced) {
                text.append(table.text(), copied, row.start())
                        .append(JsonLine.write(expected.get(expected.size() - 1)));
                copied = row.end();
            }
        }
        text.append(table.text(), copied, table.text().length());
        if (replacedLine == 0) {
            expected.add(device);
            assertThat(merge.text()).endsWith(JsonLine.write(device) + table.newline());
        }
        assertThat(merge.text()).startsWith(text.toString());
        assertThat(after.rows()).extracting(TableRow::device).isEqualTo(expected);

        TableMerge again = new TableMerge(after);
        again.put(device);
        assertThat(again.text()).isEqualTo(merge.text());
    }

    /** What a row keeps that is replaced. */
    private static DeviceRecord kept(DeviceRecord device) {
        DeviceRecord kept = DeviceRecord.EMPTY;
        for (Field field : List.of(Field.WINDOWS_PRODUCT_ID, Field.GROUP_TAG, Field.ASSIGNED_USER)) {
            kept = kept.with(field, device.value(field).orElse(""));
        }
        return kept;
    }
}
