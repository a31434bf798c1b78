// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Retry-After in both of its forms, and the three forms of a date. */
class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private static Optional<Duration> read(String text) {
        return RetryAfter.read(text, Optional.empty(), NOW);
    }

    @Property
    void secondsAreRead(@ForAll @LongRange(min = 0, max = 9_999_999_999L) long seconds) {
        assertThat(read(" " + seconds + " ")).contains(Duration.ofSeconds(seconds));
    }

    @Property
    void anyTextIsReadOrNone(@ForAll String text) {
        assertThat(read(text)).matches(found -> found.isEmpty() || !found.get().isNegative());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+5", "1.5", "99999999999", "soon", "1 2", "\u0661", "Sun, 06 Nov 1994"})
    void anythingElseIsNone(String text) {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"})
    void theThreeFormsOfADateAreOneMoment(String text) {
        assertThat(HttpDate.read(text, NOW)).contains(Instant.parse("1994-11-06T08:49:37Z"));
    }

    @Property
    void aDateIsReadAsItIsWritten(@ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
        Instant moment = Instant.ofEpochSecond(second);
        String text = DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
                .format(moment.atOffset(ZoneOffset.UTC));
        assertThat(HttpDate.read(text, NOW)).contains(moment);
    }

    @Property
    void aYearOfTwoDigitsIsNotFarAhead(@ForAll @LongRange(min = -48, max = 49) long years) {
        Instant moment = NOW.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
        String text = DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.US)
                .format(moment.atOffset(ZoneOffset.UTC));
        assertThat(HttpDate.read(text, NOW)).contains(moment);
    }

    @Test
    void aDateIsMeasuredFromTheAnswersOwn() {
        Instant answered = Instant.parse("1994-11-06T08:49:00Z");
        assertThat(RetryAfter.read("Sun, 06 Nov 1994 08:49:37 GMT", Optional.of(answered), NOW))
                .contains(Duration.ofSeconds(37));
    }

    @Test
    void aDateThatHasPassedIsNow() {
        assertThat(read("Sun, 06 Nov 1994 08:49:37 GMT")).contains(Duration.ZERO);
    }
}
