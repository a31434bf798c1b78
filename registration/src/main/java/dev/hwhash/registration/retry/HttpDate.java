// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.retry;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Reads a date in any of the three forms that a recipient must accept (RFC 9110 §5.6.7). Stateless and pure. */
public final class HttpDate {

    private static final String TIME = "HH:mm:ss";
    private static final int HALF_A_CENTURY = 50;

    /** {@code Sun, 06 Nov 1994 08:49:37 GMT}, and as old servers write it without the zero. */
    private static final DateTimeFormatter IMF_FIXDATE = formatter("EEE, d MMM uuuu " + TIME + " 'GMT'");

    private HttpDate() {}

    /**
     * Reads a date.
     *
     * @param text the header's value
     * @param now this machine's time: a year of two digits is one at most 50 years ahead of it
     * @return the moment, or empty where the text has none of the three forms
     */
    public static Optional<Instant> read(String text, Instant now) {
        int century = now.atOffset(ZoneOffset.UTC).getYear() - (100 - HALF_A_CENTURY) + 1;
        return read(text, IMF_FIXDATE).or(() -> read(text, rfc850(century))).or(() -> read(text, asctime()));
    }

    private static Optional<Instant> read(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code Sunday, 06-Nov-94 08:49:37 GMT}. */
    private static DateTimeFormatter rfc850(int firstYear) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, firstYear)
                .appendPattern(" " + TIME + " 'GMT'")
                .toFormatter(Locale.US);
    }

    /** {@code Sun Nov  6 08:49:37 1994}. */
    private static DateTimeFormatter asctime() {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern("EEE MMM ")
                .padNext(2)
                .appendValue(DAY_OF_MONTH)
                .appendPattern(" " + TIME + " uuuu")
                .toFormatter(Locale.US);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.US);
    }
}
