// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.wmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Memory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariantTest {

    @ParameterizedTest
    @ValueSource(shorts = {0, 1})
    void emptyAndNullAreNoValue(short type) throws WmiException {
        assertThat(Variant.text(variant(type))).isEmpty();
    }

    @Test
    void aNullStringIsTheEmptyString() throws WmiException {
        assertThat(Variant.text(variant((short) 8))).hasValue("");
    }

    @Test
    void aStringIsReadByItsLengthInBytes() throws WmiException {
        String text = " SER\u00e4\u0000 ";
        Memory bstr = new Memory(4 + text.length() * 2L);
        bstr.setInt(0, text.length() * 2);
        for (int i = 0; i < text.length(); i++) {
            bstr.setShort(4 + i * 2L, (short) text.charAt(i));
        }
        Memory variant = variant((short) 8);
        variant.setPointer(8, bstr.share(4));

        assertThat(Variant.text(variant)).hasValue(text);
    }

    @ParameterizedTest
    @CsvSource({"3, VT_I4", "11, VT_BOOL", "8200, VT_ARRAY of VT_BSTR", "99, VT 99"})
    void anotherTypeIsNamed(short type, String name) {
        assertThatThrownBy(() -> Variant.text(variant(type)))
                .isInstanceOfSatisfying(
                        WmiException.class,
                        failure -> assertThat(failure.hresult()).isEmpty())
                .hasMessageContaining("a value of type " + name);
    }

    private static Memory variant(short type) {
        Memory variant = new Memory(Variant.SIZE);
        variant.clear();
        variant.setShort(0, type);
        return variant;
    }
}
