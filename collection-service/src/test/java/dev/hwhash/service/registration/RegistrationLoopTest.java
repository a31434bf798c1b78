// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.registration.Fate;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Registrar.Depth;
import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.retry.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One round after the other, on the thread of the test. */
class RegistrationLoopTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final QueueInMemory queue = new QueueInMemory();
    private final ScriptedRegistrar registrar =
            new ScriptedRegistrar((entries, ledger, depth) -> ScriptedRegistrar.take(entries, ledger));
    private final AtomicBoolean turn = new AtomicBoolean(true);
    private final RegistrationLoop loop =
            new RegistrationLoop(queue, registrar, Clock.fixed(NOW, ZoneOffset.UTC), Pace.SYSTEM, turn::get);

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void nobodyIsAskedWhereThereIsNothingToDo() {
        assertThat(loop.round()).isEqualTo(Pauses.IDLE);
        assertThat(queue.reads).isEqualTo(1);
        assertThat(registrar.calls).isEmpty();
    }

    @Test
    void whatIsQueuedIsSentAndThenFollowed() {
        UUID device = queue.add();
        registrar.script = (entries, ledger, depth) -> {
            if (depth == Depth.SENT) {
                return ScriptedRegistrar.take(entries, ledger);
            }
            ledger.ended(device, new Fate.Registered(Optional.of("42")));
            return List.of();
        };

        assertThat(loop.round()).isEqualTo(Pauses.IDLE);

        assertThat(registrar.calls)
                .containsExactly(
                        new ScriptedRegistrar.Call(List.of(device), Depth.SENT, 0),
                        new ScriptedRegistrar.Call(List.of(device), Depth.ENDED, 1));
        assertThat(queue.ended).containsEntry(device, new Fate.Registered(Optional.of("42")));
        assertThat(loop.trouble()).isEmpty();
    }

    @Test
    void aFullQueueIsSentBeforeAnythingIsFollowed() {
        for (int i = 0; i < RegistrationLoop.MOST_AT_ONCE + 1; i++) {
            queue.add();
        }
        loop.round();
        assertThat(registrar.calls).extracting(ScriptedRegistrar.Call::depth).containsExactly(Depth.SENT);
        loop.round();
        assertThat(registrar.calls)
                .extracting(ScriptedRegistrar.Call::depth)
                .containsExactly(Depth.SENT, Depth.SENT, Depth.ENDED);
    }

    @Test
    void noMoreIsSentThanCanBeFollowed() {
        for (int i = 0; i < RegistrationLoop.MOST_UNDER_WAY + 1; i++) {
            queue.add();
        }
        for (int i = 0; i < 10; i++) {
            registrar.script = (entries, ledger, depth) -> depth == Depth.SENT
                    ? ScriptedRegistrar.take(entries, ledger)
                    : ScriptedRegistrar.left(entries, Why.TAKEN, "wait");
            loop.round();
        }
        assertThat(queue.sent).hasSize(RegistrationLoop.MOST_UNDER_WAY);
        assertThat(queue.queued).hasSize(1);
    }

    @Test
    void troubleIsToldWithItsBeginningAndMetByLongerPausesUntilItIsOver() {
        UUID device = queue.add();
        registrar.script = (entries, ledger, depth) ->
                ScriptedRegistrar.left(entries, Why.CREDENTIALS, "the client secret has expired");

        assertThat(loop.round()).isEqualTo(Duration.ofSeconds(5));
        assertThat(loop.round()).isEqualTo(Duration.ofSeconds(10));

        assertThat(loop.trouble()).contains(new Trouble("the client secret has expired", NOW));
        registrar.script = (entries, ledger, depth) -> {
            ledger.ended(device, new Fate.Registered(Optional.empty()));
            queue.queued.clear();
            return List.of();
        };
        assertThat(loop.round()).isEqualTo(Pauses.IDLE);
        assertThat(loop.trouble()).isEmpty();
    }

    @Test
    void whatIsUnderWayIsFollowedThoughNothingCanBeSent() {
        UUID device = queue.add();
        registrar.script = (entries, ledger, depth) -> ScriptedRegistrar.take(entries, ledger);
        loop.round();
        queue.add();
        registrar.script = (entries, ledger, depth) -> {
            if (depth == Depth.SENT) {
                return ScriptedRegistrar.left(entries, Why.CREDENTIALS, "no right to make a batch");
            }
            ledger.ended(device, new Fate.Refused("808", "ZtdDeviceAssignedToOtherTenant", "words"));
            return List.of();
        };

        loop.round();

        assertThat(queue.ended).containsKey(device);
        assertThat(loop.trouble()).isPresent();
    }

    @Test
    void aDecisionThatCameMeanwhileIsNoTrouble() {
        queue.add();
        queue.refusal = Optional.of(new LedgerException("it cannot be noted", new ChangedException()));
        assertThat(loop.round()).isEqualTo(Pauses.IDLE);
        assertThat(loop.trouble()).isEmpty();
    }

    @Test
    void aDiskThatTakesNoWriteAndADefectAreTroubles() {
        queue.add();
        queue.refusal = Optional.of(new LedgerException("see to the disk", new IllegalStateException()));
        assertThat(loop.round()).isEqualTo(Duration.ofSeconds(5));
        assertThat(loop.trouble()).map(Trouble::words).contains("see to the disk");
        registrar.script = (entries, ledger, depth) -> {
            throw new IllegalStateException("a defect");
        };
        assertThat(loop.round()).isEqualTo(Duration.ofSeconds(10));
        assertThat(loop.trouble()).map(Trouble::words).get().asString().contains("log says more");
    }

    @Test
    void whoLosesItsTurnInARoundSendsNoMoreAndEndsNothing() {
        UUID device = queue.add();
        registrar.script = (entries, ledger, depth) -> {
            if (depth == Depth.SENT) {
                return ScriptedRegistrar.take(entries, ledger);
            }
            turn.set(false);
            ledger.ended(device, new Fate.Registered(Optional.of("42")));
            return List.of();
        };
        assertThat(loop.round()).isEqualTo(Pauses.IDLE);
        assertThat(queue.ended).isEmpty();

        queue.add();
        registrar.script = (entries, ledger, depth) -> ScriptedRegistrar.take(entries, ledger);
        assertThat(loop.round()).isEqualTo(Pauses.IDLE);
        assertThat(queue.queued(10)).hasSize(1);
        assertThat(loop.trouble()).as("it is no trouble").isEmpty();

        turn.set(true);
        loop.round();
        assertThat(queue.queued(10)).isEmpty();
    }
}
