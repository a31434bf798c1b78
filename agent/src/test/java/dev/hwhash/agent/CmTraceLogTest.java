// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CmTraceLogTest {

    @Test
    void lineIsAsConfigurationManagerWritesIt() {
        ZonedDateTime at = ZonedDateTime.parse("2026-01-05T09:08:07.006+00:00");
        assertThat(CmTraceLog.line(CmTraceLog.Type.WARNING, "warning id: words", at, "hwhash", 42))
                .isEqualTo("<![LOG[warning id: words]LOG]!><time=\"09:08:07.006+000\" date=\"01-05-2026\""
                        + " component=\"hwhash\" context=\"\" type=\"2\" thread=\"42\" file=\"\">\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01T12:00:00+02:00,12:00:00.000-120", // Central Europe in summer
        "2026-01-01T12:00:00-05:00,12:00:00.000+300", // New York in winter
        "2026-01-01T12:00:00+05:45,12:00:00.000-345", // Nepal
        "2026-01-01T12:00:00Z,12:00:00.000+000",
    })
    void biasIsWhatLocalTimeLacksToUtc(String at, String time) {
        assertThat(CmTraceLog.line(CmTraceLog.Type.INFO, "", ZonedDateTime.parse(at), "hwhash", 1))
                .contains("<time=\"" + time + "\" ");
    }

    @Test
    void digitsAreLatinWhereverThePcStands() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            ZonedDateTime at = ZonedDateTime.parse("2026-07-01T12:00:00+03:00");
            assertThat(CmTraceLog.line(CmTraceLog.Type.INFO, "", at, "hwhash", 1))
                    .contains("<time=\"12:00:00.000-180\" date=\"07-01-2026\"");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void endOfALineInsideAMessageDoesNotEndTheLine() {
        String line = CmTraceLog.line(
                CmTraceLog.Type.ERROR, "a]LOG]!>b]LOG]!>", ZonedDateTime.parse("2026-01-01T00:00:00Z"), "hwhash", 1);
        assertThat(line.indexOf("]LOG]!>")).isEqualTo(line.lastIndexOf("]LOG]!>"));
        assertThat(line).contains("type=\"3\"");
    }
}
