// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TpmVersionTest {

    @Test
    void itTellsVersionMakerAndFirmware() {
        TpmVersion tpm =
                new TpmVersion("TPM-Version:2.0 -Level:0-Revision:1.59-VendorID:'SYN '-Firmware:458754.196609");

        assertThat(tpm.version()).contains("2.0");
        assertThat(tpm.vendorId()).contains("SYN");
        assertThat(tpm.revision()).contains("1.59");
        assertThat(tpm.firmware()).contains("7.2.3.1");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Version:2.0,,",
                "Firmware:,,",
                "Firmware:1,,",
                "Firmware:1.x,,",
                "Firmware:4294967296.0,,",
                "Firmware:4294967295.65536,65535.65535.1.0,",
                "VendorID:',,'",
                "VendorID:ABC,,ABC",
                "VendorID:'AB'-Firmware:0.0,0.0.0.0,AB"
            })
    void oneThatTellsLessIsReadAsFarAsItGoes(String text, @Nullable String firmware, @Nullable String vendor) {
        TpmVersion tpm = new TpmVersion(text);

        assertThat(tpm.firmware()).isEqualTo(Optional.ofNullable(firmware));
        assertThat(tpm.vendorId()).isEqualTo(Optional.ofNullable(vendor));
        assertThat(tpm.version()).isEmpty();
    }
}
