// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.oa3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run of oa3tool is worth. */
class Oa3VerdictTest {

    private static final Oa3Verdict VERDICT = new Oa3Verdict(Path.of("oa3tool.exe"));
    private static final Oa3Report REPORT = new Oa3Report.Found("T0AA");

    @Test
    void aReportCountsWithAnExitCodeOfNothing() {
        assertThat(VERDICT.of(exited(0, "anything"), REPORT)).isEqualTo(new Oa3Outcome.Reported("T0AA"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 87, -1, 0xC0000005})
    void aReportOfARunThatFailedDoesNotCount(int code) {
        assertThat(VERDICT.of(exited(code, ""), REPORT)).isInstanceOf(Oa3Outcome.Failed.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5           | oa3tool.exe ended with the exit code 5, saying "[ERROR] no TPM"; look up
            0           | oa3tool.exe ended without a report, saying "[ERROR] no TPM"; look up
            -1073741819 | oa3tool.exe ended with the exit code 0xC0000005, saying "[ERROR] no TPM"; look up
            -1073741515 | a DLL that it needs is not in this Windows
            -1073741701 | take the oa3tool.exe for this processor
            """)
    void withoutAReportTheCodeAndTheLastWordsTellWhy(int code, String words) {
        assertThat(why(VERDICT.withoutReport(exited(code, "hello\r\n[ERROR] no TPM\r\n\r\n"))))
                .contains(words);
    }

    @Test
    void whatIsNoReportIsNamedByItsFlaw() {
        Oa3Report doctype = Oa3Report.parse("<!DOCTYPE Key [<!ENTITY x 'y'>]><Key/>".getBytes(UTF_8));

        assertThat(why(VERDICT.of(exited(0, ""), doctype)))
                .startsWith("the report of oa3tool.exe cannot be used: it has a DOCTYPE");
    }

    @Test
    void aRunThatWasEndedSaysAfterHowLong() {
        assertThat(VERDICT.overdue(Duration.ofSeconds(90)))
                .isInstanceOfSatisfying(
                        Oa3Outcome.TimedOut.class,
                        late -> assertThat(late.why()).startsWith("oa3tool.exe had not ended after 90 s; "));
    }

    @Test
    void aProgramOfAnotherProcessorDoesNotStart() {
        assertThat(why(VERDICT.notStarted("CreateProcess error=216, this version is not compatible")))
                .contains("does not start: CreateProcess error=216", "for this processor");
    }

    @Test
    void aProgramThatWantsAnAdministratorSaysSo() {
        assertThat(why(VERDICT.notStarted("CreateProcess error=740, The requested operation requires elevation")))
                .endsWith("; run hwhash as administrator");
    }

    @Test
    void noneShowsTheHashByItself() {
        assertThat(new Oa3Outcome.Reported("T0AA").toString()).isEqualTo("Reported[4 characters]");
        assertThat(exited(0, "T0AA").toString()).isEqualTo("Exited[0]");
    }

    private static ToolEnd.Exited exited(int code, String said) {
        return new ToolEnd.Exited(code, said);
    }

    private static String why(Oa3Outcome outcome) {
        assertThat(outcome).isInstanceOf(Oa3Outcome.Failed.class);
        return ((Oa3Outcome.Failed) outcome).why();
    }
}
