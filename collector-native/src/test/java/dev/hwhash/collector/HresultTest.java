// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HresultTest {

    @ParameterizedTest
    @CsvSource({
        "0x80041003, DENIED",
        "0x80070005, DENIED",
        "0x80041062, DENIED",
        "0x8004100E, ABSENT",
        "0x80041010, ABSENT",
        "0x80041002, ABSENT",
        "0x80041017, ABSENT",
        "0x80041031, ABSENT",
        "0x00040004, TIMED_OUT",
        "0x80041069, TIMED_OUT",
        "0x80041004, FAILED_ASK_AGAIN",
        "0x80041033, FAILED_ASK_AGAIN",
        "0x800706BE, FAILED_ASK_AGAIN",
        "0x80041001, FAILED_ASK_AGAIN",
        "0x80041011, FAILED",
        "0x80041013, FAILED",
        "0x80040154, FAILED",
        "0x800706BA, FAILED",
        "0x80041999, FAILED"
    })
    void eachCodeMakesItsAnswer(String code, Hresult.Makes makes) {
        assertThat(Hresult.makes(Long.decode(code).intValue())).isEqualTo(makes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80041004, 0x80041033, 0x800706BE, 0x80041001})
    void onlyFourCodesAreAskedAgain(int code) {
        assertThat(Arrays.stream(Hresult.values()).filter(HresultTest::isAskedAgain))
                .hasSize(4)
                .anyMatch(hresult -> hresult.code() == code);
    }

    @Test
    void noCodeStandsTwice() {
        assertThat(Arrays.stream(Hresult.values()).map(Hresult::code)).doesNotHaveDuplicates();
    }

    @Test
    void aCodeIsDescribedByHexNameAndCause() {
        assertThat(Hresult.describe(0x8004100E))
                .isEqualTo("0x8004100E WBEM_E_INVALID_NAMESPACE (there is no such namespace)");
        assertThat(Hresult.describe(0x80049999)).isEqualTo("0x80049999");
        assertThat(Hresult.remedy(0x80049999)).isNotBlank();
    }

    private static boolean isAskedAgain(Hresult hresult) {
        return Hresult.makes(hresult.code()) == Hresult.Makes.FAILED_ASK_AGAIN;
    }
}
