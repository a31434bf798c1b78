// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.page.Texts;
import dev.hwhash.service.page.token.TokenForm.Faulty;
import dev.hwhash.service.page.token.TokenForm.Fields;
import dev.hwhash.service.page.token.TokenForm.Sound;
import dev.hwhash.service.token.NewToken;
import dev.hwhash.service.token.TokenKind;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenFormTest {

    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");

    @Test
    void readsAnEndAndANumberOfReports() {
        assertThat(TokenForm.read(new Fields("enrolment", " Stick 7 ", "30", "500"), NOW))
                .isEqualTo(new Sound(new NewToken(
                        TokenKind.ENROLMENT,
                        "Stick 7",
                        Optional.of(Instant.parse("2026-02-14T10:00:00Z")),
                        OptionalLong.of(500))));
    }

    @Test
    void takesEmptyFieldsForNoEnd() {
        assertThat(TokenForm.read(new Fields("export", "", " ", ""), NOW))
                .isEqualTo(new Sound(new NewToken(TokenKind.EXPORT, "", Optional.empty(), OptionalLong.empty())));
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, name, 1, 1, kind",
        "ADMIN, name, 1, 1, kind",
        "admin, name, 0, 1, days",
        "admin, name, 3651, 1, days",
        "admin, name, 1e2, 1, days",
        "admin, name, -1, 1, days",
        "admin, name, 99999999999999999999, 1, days",
        "admin, name, 1, 0, uses",
        "admin, name, 1, 1000000001, uses",
        "admin, name, 1, ten, uses"
    })
    void saysWhatIsWrong(String kind, String name, String days, String uses, String fault) {
        assertFault(new Fields(kind, name, days, uses), "tokens.fault." + fault);
    }

    @Test
    void refusesANameThatIsTooLong() {
        assertFault(new Fields("admin", "n".repeat(101), "", ""), "tokens.fault.name");
    }

    private static void assertFault(Fields fields, String key) {
        assertThat(TokenForm.read(fields, NOW)).isEqualTo(new Faulty(key));
        assertThat(Texts.ENGLISH.has(key)).isTrue();
    }
}
