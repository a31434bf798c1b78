// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only a GUID gets into a path. */
class CustomerIdTest {

    @Test
    void readsAGuidInAnyCaseWithBlanksAround() {
        assertThat(CustomerId.of(" 1111AAAA-2222-4333-8444-555555555555\n"))
                .hasToString("Optional[1111aaaa-2222-4333-8444-555555555555]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "contoso.onmicrosoft.com",
                "1-2-3-4-5",
                "{1111aaaa-2222-4333-8444-555555555555}",
                "1111aaaa-2222-4333-8444-55555555555",
                "1111aaaa-2222-4333-8444-555555555555/../x"
            })
    void refusesAnythingElse(String text) {
        assertThat(CustomerId.of(text)).isEmpty();
    }
}
