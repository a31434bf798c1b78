// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerialNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "...",
                "0",
                "00000000",
                "xxxxXXXX",
                "-1-1-1-",
                "0123456789",
                "123456789",
                "To be filled by O.E.M.",
                "To Be Filled By O.E.M",
                "TO BE FILLED BY OEM",
                " Default string ",
                "DEFAULT_STRING",
                "System Serial Number",
                "Chassis Serial Number",
                "Not Specified",
                "Not Applicable",
                "N/A",
                "None",
                "(null string)",
                "INVALID",
                "OEM_Serial",
                "SMBIOS_STRING_INDEX_0"
            })
    void aTextThatMakersLeaveBehindIsAPlaceholder(String serial) {
        assertThat(SerialNumber.isPlaceholder(serial)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HWHASH-0001",
                "10",
                "..\\..\\x",
                "01",
                "12345678A",
                "N/A1",
                "VMware-56 4d 00 00 00 00 00 00-00 00 00 00 00 00 00 01",
                "0000-0000-0000-0000-0000-0000-01"
            })
    void aSerialNumberIsNoPlaceholder(String serial) {
        assertThat(SerialNumber.isPlaceholder(serial)).isFalse();
    }

    @Property
    void caseBlanksAndPunctuationDoNotMatter(@ForAll boolean upper, @ForAll("noise") String noise) {
        String words = String.join(noise, "Default", "string");

        assertThat(SerialNumber.isPlaceholder(noise + (upper ? words.toUpperCase(Locale.ROOT) : words)))
                .isTrue();
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.strings().withChars(" ._-/()").ofMaxLength(4);
    }
}
