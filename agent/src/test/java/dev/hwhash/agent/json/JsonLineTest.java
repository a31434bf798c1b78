// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.device.table.NotADeviceFileException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLineTest {

    @Test
    void fieldsHaveTheNamesAndTheOrderOfTheContract() {
        DeviceRecord device = DeviceRecord.EMPTY;
        for (Field field : Field.values()) {
            device = device.with(field, field.name());
        }
        assertThat(JsonLine.write(device))
                .isEqualTo("{\"schemaVersion\":1,\"collectedAt\":\"COLLECTED_AT\",\"source\":\"SOURCE\","
                        + "\"serialNumber\":\"SERIAL_NUMBER\",\"windowsProductId\":\"WINDOWS_PRODUCT_ID\","
                        + "\"hardwareHash\":\"HARDWARE_HASH\",\"manufacturer\":\"MANUFACTURER\",\"model\":\"MODEL\","
                        + "\"groupTag\":\"GROUP_TAG\",\"assignedUser\":\"ASSIGNED_USER\"}");
    }

    @Property(tries = 200)
    void anyValueComesBackFromOneLineOfAscii(@ForAll String serial, @ForAll String tag) throws NotADeviceFileException {
        DeviceRecord device =
                DeviceRecord.EMPTY.with(Field.SERIAL_NUMBER, serial).with(Field.GROUP_TAG, tag);
        String line = JsonLine.write(device);
        assertThat(line).matches("[ -\\u007F]+");
        assertThat(JsonLine.read(line, 1)).isEqualTo(device);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
                    [] > line 7 is no JSON object
                    "text" > line 7 is no JSON object
                    {"a":1} {"b":2} > line 7 holds more than one JSON object
                    {"schemaVersion":2} > line 7 has schemaVersion 2; this version of hwhash knows 1
                    {"schemaVersion":99999999999} > line 7 is not JSON, one object a line, at column
                    {"serialNumber":"HWHASH > line 7 is not JSON, one object a line, at column
                    {"a":nonsense} > line 7 is not JSON, one object a line, at column
                    { > line 7 is not JSON, one object a line, at column
                    """)
    void otherLineIsRefusedByItsNumber(String line, String why) {
        assertThatExceptionOfType(NotADeviceFileException.class)
                .isThrownBy(() -> JsonLine.read(line, 7))
                .withMessageStartingWith(why);
    }

    @Test
    void refusalNeverQuotesTheLine() {
        String hash = SyntheticHash.of("HWHASH-0001").text();
        assertThatExceptionOfType(NotADeviceFileException.class)
                .isThrownBy(() -> JsonLine.read("{\"hardwareHash\":" + hash + "}", 1))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(hash.substring(0, 20)));
    }

    @Test
    void whatIsNoTextIsNotKnown() throws NotADeviceFileException {
        assertThat(JsonLine.read("{\"serialNumber\":null,\"model\":{\"model\":\"x\"},\"groupTag\":[\"y\"]}", 1))
                .isEqualTo(DeviceRecord.EMPTY);
    }
}
