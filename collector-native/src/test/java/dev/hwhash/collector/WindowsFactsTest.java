// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsFactsTest {

    @ParameterizedTest
    @CsvSource({
        "Windows 10 Pro, 19045, Windows 10 Pro (build 19045)",
        "Windows 10 Pro, 22000, Windows 11 Pro (build 22000)",
        "Windows 10 Enterprise, 26100, Windows 11 Enterprise (build 26100)"
    })
    void windows11SaysItIs10AndIsNamedByItsBuild(String product, int build, String name) {
        assertThat(FakeCircumstances.windows(product, "Professional", "Client", build)
                        .name())
                .isEqualTo(name);
    }

    @Test
    void windowsPeSpeaksFirst() {
        assertThat(FakeCircumstances.windowsPe().explain()).startsWith("this is Windows PE");
    }

    @Test
    void theFirstBuildWithTheHashIsNotTooOld() {
        assertThat(FakeCircumstances.windows("Windows 10 Pro", "Professional", "Client", 15062)
                        .kindWithoutHash())
                .isPresent();
        assertThat(FakeCircumstances.windows("Windows 10 Pro", "Professional", "Client", 15063)
                        .kindWithoutHash())
                .isEmpty();
    }

    @Test
    void aWindowsOfWhichNothingIsKnownIsExplainedToo() {
        WindowsFacts unknown =
                new WindowsFacts(Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), false);

        assertThat(unknown.explain()).startsWith("this is a Windows without a product name, which should have");
    }

    @Test
    void aBuildThatIsNoNumberIsUnknown() {
        assertThat(WindowsFacts.number(Optional.of("22631"))).hasValue(22631);
        assertThat(WindowsFacts.number(Optional.of("x"))).isEmpty();
        assertThat(WindowsFacts.number(Optional.empty())).isEmpty();
    }
}
