// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

    private static final AccountName NAME = new AccountName("long.enough.name");
    private static final Password BEFORE = new Password("the one before");

    @ParameterizedTest
    @CsvSource({
        "11 letters!,TOO_SHORT",
        "LONG.enough.NAME,IS_NAME",
        "the one before,IS_OLD",
    })
    void aBadPasswordIsNotTaken(String text, PasswordFault fault) {
        assertThat(new Password(text).fault(NAME, BEFORE)).contains(fault);
    }

    @Test
    void lengthsAreCountedInCharactersOfPeople() {
        assertThat(new Password("12 letters!!").fault(NAME, BEFORE)).isEmpty();
        assertThat(new Password("x".repeat(128)).fault(NAME, BEFORE)).isEmpty();
        assertThat(new Password("x".repeat(129)).fault(NAME, BEFORE)).contains(PasswordFault.TOO_LONG);
        assertThat(new Password("\uD83D\uDD11".repeat(11)).fault(NAME, BEFORE)).contains(PasswordFault.TOO_SHORT);
        assertThat(new Password("\uD83D\uDD11".repeat(12)).fault(NAME, BEFORE)).isEmpty();
    }

    @Test
    void anotherKeyboardTypesTheSame() {
        assertThat(new Password("Schlu\u0308ssel")).isEqualTo(new Password("Schl\u00FCssel"));
    }

    @Test
    void aPasswordThatIsMadeUpIsTakenAndNeverTheSame() {
        Set<Password> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            Password password = Password.random(new SecureRandom());
            assertThat(password.text()).matches("[2-9a-z]{5}(-[2-9a-z]{5}){4}").doesNotContain("l", "o");
            assertThat(password.fault(NAME, BEFORE)).isEqualTo(Optional.empty());
            seen.add(password);
        }
        assertThat(seen).hasSize(100);
    }

    @Test
    void secretsShowNothing() {
        SessionSecret secret = SessionSecret.random(new SecureRandom());
        assertThat(BEFORE + " " + new PasswordHash("$argon2id$x") + " " + secret)
                .isEqualTo("Password PasswordHash SessionSecret");
        assertThat(secret.csrf()).hasSize(43).isNotEqualTo(secret.text());
        assertThat(SessionSecret.of(secret.text())).contains(secret);
        assertThat(SessionSecret.of(secret.text() + "A")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "A", "anna.b-c_d@example.com", "0"})
    void namesAreOfAscii(String name) {
        assertThat(AccountName.of(name)).isPresent();
        assertThat(new AccountName(name.toUpperCase(java.util.Locale.ROOT)).key())
                .isEqualTo(new AccountName(name).key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", ".a", "-", "token 1", "SERVICE", "command", "Token", "\u00E4", "a\n", "a\0"})
    void whatIsNoNameIsRefused(String name) {
        assertThat(AccountName.of(name)).isEmpty();
        assertThatThrownBy(() -> new AccountName(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
