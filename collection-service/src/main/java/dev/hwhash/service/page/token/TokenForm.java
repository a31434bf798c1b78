// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.token;

import dev.hwhash.service.token.NewToken;
import dev.hwhash.service.token.TokenKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** What came of a look at the form for a token. */
sealed interface TokenForm {

    /** The longest name, in characters. */
    int LONGEST_NAME = 100;

    /** The longest life, in days. */
    int MOST_DAYS = 3650;

    /** The most reports that a token may be limited to. */
    int MOST_USES = 1_000_000_000;

    /** It can be made. */
    record Sound(NewToken wanted) implements TokenForm {}

    /** Something is wrong: the key of the words that say what. */
    record Faulty(String key) implements TokenForm {}

    /** The fields as they were sent. */
    record Fields(String kind, String name, String days, String uses) {}

    /** Reads the form: a pure function. Empty days or uses mean no end. */
    static TokenForm read(Fields fields, Instant now) {
        Optional<TokenKind> kind = TokenKind.named(fields.kind());
        OptionalLong days = number(fields.days(), MOST_DAYS);
        OptionalLong uses = number(fields.uses(), MOST_USES);
        if (kind.isEmpty()) {
            return new Faulty("tokens.fault.kind");
        }
        if (fields.name().strip().length() > LONGEST_NAME) {
            return new Faulty("tokens.fault.name");
        }
        if (days.isEmpty() && !fields.days().isBlank()) {
            return new Faulty("tokens.fault.days");
        }
        if (uses.isEmpty() && !fields.uses().isBlank()) {
            return new Faulty("tokens.fault.uses");
        }
        Optional<Instant> end =
                days.isPresent() ? Optional.of(now.plus(Duration.ofDays(days.getAsLong()))) : Optional.empty();
        return new Sound(new NewToken(kind.get(), fields.name().strip(), end, uses));
    }

    /** Returns a number from 1; empty for what is none, or too large. */
    private static OptionalLong number(String text, long most) {
        String digits = text.strip();
        if (!digits.matches("[0-9]{1,10}")) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(digits);
        return number >= 1 && number <= most ? OptionalLong.of(number) : OptionalLong.empty();
    }
}
