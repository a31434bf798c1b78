// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsiCodePageTest {

    @ParameterizedTest
    @CsvSource({
        "Windows 11,Cp1250,windows-1250",
        "Windows 11,UTF-8,UTF-8",
        "Windows 11,no-such,windows-1252",
        "Windows 11,'',windows-1252",
        "Linux,UTF-8,windows-1252",
        "Mac OS X,UTF-8,windows-1252",
    })
    void isThatOfThePcOnWindowsOnly(String osName, String nativeEncoding, String expected) {
        assertThat(AnsiCodePage.of(osName, nativeEncoding).name()).isEqualTo(expected);
    }
}
