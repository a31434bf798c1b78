// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.uploader.Fate;
import dev.hwhash.uploader.report.NotAServiceUrlException;
import dev.hwhash.uploader.report.ServiceUrl;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Why reports are still in the outbox, in as few words as tell it. */
class LeftReportsTest {

    @Test
    void serviceThatWasGivenUpIsToldOnceWithTheReason() {
        List<Problem> problems = problems(
                kept("https://a.example", Fate.Why.UNREACHABLE),
                kept("https://a.example", Fate.Why.NOT_TRIED),
                kept("https://a.example", Fate.Why.NOT_TRIED));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.exit()).isEqualTo(ExitCode.NOT_REACHABLE);
            assertThat(problem.id()).isEqualTo("kept-unreachable");
            assertThat(problem.words()).contains("3 reports are kept");
        });
    }

    @Test
    void whatWasNeverTriedIsToldToo() {
        assertThat(problems(kept("https://a.example", Fate.Why.NOT_TRIED))).hasSize(1);
    }

    @Test
    void eachServiceIsToldOfItself() {
        List<Problem> problems =
                problems(kept("https://a.example", Fate.Why.UNREACHABLE), kept("https://b.example", Fate.Why.NO_TOKEN));

        assertThat(problems)
                .extracting(Problem::exit)
                .containsExactly(ExitCode.NOT_REACHABLE, ExitCode.CREDENTIALS_REFUSED);
        assertThat(problems).allSatisfy(problem -> assertThat(problem.words()).contains("1 report is kept"));
    }

    @Test
    void refusedTokenIsNoMatterOfTime() {
        Fate refused = new Fate.CredentialsRefused(
                UUID.randomUUID(), Optional.of("S"), url("https://a.example"), "token-used-up", "ask for another");

        assertThat(problems(refused))
                .singleElement()
                .satisfies(problem -> assertThat(problem.words()).contains("token-used-up", "ask for another"))
                .extracting(Problem::exit)
                .isEqualTo(ExitCode.CREDENTIALS_REFUSED);
    }

    private static List<Problem> problems(Fate... left) {
        return new LeftReports(List.of(left), Path.of("outbox"), ExitCode.NOT_REACHABLE, Optional.empty()).problems();
    }

    private static Fate kept(String service, Fate.Why why) {
        return new Fate.Kept(UUID.randomUUID(), Optional.of("S"), url(service), why, "seen: " + why);
    }

    private static ServiceUrl url(String text) {
        try {
            return ServiceUrl.of(text);
        } catch (NotAServiceUrlException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
