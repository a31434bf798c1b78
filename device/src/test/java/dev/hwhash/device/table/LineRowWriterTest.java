// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.TestDevices;
import dev.hwhash.device.hash.HardwareHash;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineRowWriterTest {

    private static final DeviceRecord DEVICE = TestDevices.device("HWHASH-0001");
    private static final HardwareHash HASH =
            (HardwareHash) HardwareHash.read(DEVICE.value(Field.HARDWARE_HASH).orElseThrow());

    private static String written(TextEncoding encoding, DeviceRecord device, Optional<HardwareHash> hash) {
        LineRowWriter writer = new LineRowWriter(
                encoding,
                each -> each.value(Field.HARDWARE_HASH).map(String::length).orElse(0) + " characters");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(writer.start());
        assertThat(writer.write(device, hash, out)).isEmpty();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aLineIsOfTheDeviceWithItsHash() {
        DeviceRecord withoutHash = DEVICE.with(Field.HARDWARE_HASH, "");
        assertThat(written(TextEncoding.ASCII, withoutHash, Optional.of(HASH))).isEqualTo("4000 characters\r\n");
        assertThat(written(TextEncoding.ASCII, withoutHash, Optional.empty())).isEqualTo("0 characters\r\n");
        assertThat(written(TextEncoding.ASCII, DEVICE, Optional.empty())).isEqualTo("4000 characters\r\n");
    }

    @Test
    void aFieldIsFoundByItsNameInJsonAndNoOther() {
        assertThat(Field.IN_ORDER_OF_JSON).containsExactlyInAnyOrder(Field.values());
        assertThat(Arrays.stream(Field.values()).map(Field::property).map(Field::ofProperty))
                .containsExactlyElementsOf(
                        Arrays.stream(Field.values()).map(Optional::of).toList());
        assertThat(Field.ofProperty("SerialNumber")).isEmpty();
    }
}
