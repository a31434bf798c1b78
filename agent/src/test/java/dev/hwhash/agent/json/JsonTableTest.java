// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.TestDevices;
import dev.hwhash.device.table.NotADeviceFileException;
import dev.hwhash.device.table.TableMerge;
import dev.hwhash.device.table.TableRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTableTest {

    private static final DeviceRecord FIRST = TestDevices.named("HWHASH-0001", "Contoso", "Book 3");
    private static final DeviceRecord SECOND = TestDevices.named("HWHASH-0002", "Contoso", "Book 3");

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\r\n\r", "\n\n", "\r\r\n", "", " "})
    void aRowIsAddedBehindAnyLineEnd(String end) throws NotADeviceFileException {
        String text = JsonLine.write(FIRST) + end;

        TableMerge merge = new TableMerge(JsonTable.read(text));
        merge.put(SECOND);

        JsonTable table = JsonTable.read(merge.text());
        assertThat(table.text()).startsWith(text);
        assertThat(table.rows()).extracting(TableRow::device).containsExactly(FIRST, SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndCountsOnce(String end) throws NotADeviceFileException {
        String text = end + JsonLine.write(FIRST) + end + end + JsonLine.write(SECOND);

        assertThat(JsonTable.read(text).rows()).extracting(TableRow::number).containsExactly(2, 4);
    }
}
