// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device;

import static dev.hwhash.device.Field.GROUP_TAG;
import static dev.hwhash.device.Field.HARDWARE_HASH;
import static dev.hwhash.device.Field.MODEL;
import static dev.hwhash.device.Field.SERIAL_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceRecordTest {

    private static final DeviceRecord DEVICE = DeviceRecord.EMPTY.with(SERIAL_NUMBER, "HWHASH-0001");

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n", "\u2003"})
    void aBlankValueSaysNothing(String blank) {
        assertThat(new DeviceRecord(Map.of(MODEL, blank))).isEqualTo(DeviceRecord.EMPTY);
        assertThat(DEVICE.with(SERIAL_NUMBER, blank).value(SERIAL_NUMBER)).isEmpty();
    }

    @Test
    void anyOtherValueIsKeptToTheLetter() {
        assertThat(DEVICE.with(MODEL, " Book\u00A03 ").value(MODEL)).contains(" Book\u00A03 ");
    }

    @Test
    void settingAValueLeavesTheRecordAsItWas() {
        assertThat(DEVICE.with(SERIAL_NUMBER, "HWHASH-0002").value(SERIAL_NUMBER))
                .contains("HWHASH-0002");
        assertThat(DEVICE.value(SERIAL_NUMBER)).contains("HWHASH-0001");
    }

    @Test
    void theMapIsCopiedAndCannotBeChanged() {
        Map<Field, String> values = new EnumMap<>(Field.class);
        values.put(MODEL, "Book 3");
        DeviceRecord device = new DeviceRecord(values);

        values.put(MODEL, "Book 4");

        assertThat(device.value(MODEL)).contains("Book 3");
        assertThatThrownBy(() -> device.values().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whatIsMissingIsFilledFromAnother() {
        DeviceRecord other =
                DeviceRecord.EMPTY.with(SERIAL_NUMBER, "HWHASH-0002").with(GROUP_TAG, "Sales");

        assertThat(DEVICE.filledFrom(other)).isEqualTo(DEVICE.with(GROUP_TAG, "Sales"));
        assertThat(DEVICE.filledFrom(DeviceRecord.EMPTY)).isEqualTo(DEVICE);
    }

    @Test
    void whatIsPrintedNamesTheFieldsAlone() {
        assertThat(DEVICE.with(HARDWARE_HASH, "T0secret")).hasToString("DeviceRecord[SERIAL_NUMBER, HARDWARE_HASH]");
    }
}
