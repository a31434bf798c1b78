// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.SilentMessages;
import dev.hwhash.uploader.Fate;
import dev.hwhash.uploader.outbox.Outbox;
import dev.hwhash.uploader.outbox.OutboxLimits;
import dev.hwhash.uploader.report.NotAServiceUrlException;
import dev.hwhash.uploader.report.ServiceUrl;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is cut by its time tells what stood in the way, as long as anything is known of that. */
class FatesTest {

    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();

    @TempDir
    private Path folder;

    private Fates fates;

    @BeforeEach
    void begin() {
        Outbox outbox = new Outbox(folder, OutboxLimits.DEFAULT, false, Clock.systemUTC());
        fates = new Fates(SilentMessages.make(), outbox, Optional.of(UUID.randomUUID()));
        fates.begin();
    }

    @Test
    void whatWasNotReachedInTimeIsKeptForTheReasonOfTheOthers() {
        fates.accept(kept(FIRST, "https://a.example", Fate.Why.UNREACHABLE));
        fates.accept(kept(SECOND, "https://a.example", Fate.Why.TIME_IS_UP));

        assertThat(ids()).containsExactly("kept-unreachable");
    }

    @Test
    void theReasonOfTheDrainBeforeIsRememberedAndTheLastOneCounts() {
        fates.accept(kept(FIRST, "https://a.example", Fate.Why.SERVICE_BUSY));
        fates.begin();
        fates.accept(kept(FIRST, "https://a.example", Fate.Why.UNREACHABLE));
        fates.begin();
        fates.accept(kept(FIRST, "https://a.example", Fate.Why.TIME_IS_UP));

        assertThat(ids()).containsExactly("kept-unreachable");
    }

    @Test
    void aReasonThatHasPassedIsNoneAnyMore() {
        fates.accept(kept(FIRST, "https://a.example", Fate.Why.UNREACHABLE));
        fates.begin();
        fates.accept(new Fate.Delivered(FIRST, Optional.empty(), url("https://a.example"), Instant.EPOCH));
        fates.accept(kept(SECOND, "https://a.example", Fate.Why.TIME_IS_UP));

        assertThat(ids()).containsExactly("kept-time-is-up");
    }

    @Test
    void theReasonOfOneServiceIsNotThatOfAnother() {
        fates.accept(kept(FIRST, "https://a.example", Fate.Why.UNREACHABLE));
        fates.accept(kept(SECOND, "https://b.example", Fate.Why.TIME_IS_UP));

        assertThat(ids()).containsExactly("kept-unreachable", "kept-time-is-up");
    }

    private Iterable<String> ids() {
        return fates.report(ExitCode.NOT_REACHABLE, Optional.empty()).stream()
                .map(Problem::id)
                .toList();
    }

    private static Fate kept(UUID id, String service, Fate.Why why) {
        return new Fate.Kept(id, Optional.of("S"), url(service), why, "seen: " + why);
    }

    private static ServiceUrl url(String text) {
        try {
            return ServiceUrl.of(text);
        } catch (NotAServiceUrlException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
