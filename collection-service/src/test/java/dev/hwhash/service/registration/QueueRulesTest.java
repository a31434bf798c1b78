// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.service.approval.Assignment;
import dev.hwhash.service.approval.Verdict;
import dev.hwhash.service.registration.QueueRules.Change;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a decision means for the registration of its device. */
class QueueRulesTest {

    private static final Approved BEFORE = new Approved(7, Assignment.of("Sales", ""));
    private static final Approved OTHER = new Approved(7, Assignment.of("Lab", ""));

    private static Change after(RegistrationState state, Verdict verdict, Approved what) {
        return QueueRules.after(Optional.of(new Order(state, BEFORE)), new Decided(2, 1, verdict, what));
    }

    @Test
    void theFirstApprovalIsSentAndTheFirstRejectionIsNothing() {
        assertThat(QueueRules.after(Optional.empty(), new Decided(1, 1, Verdict.APPROVED, BEFORE)))
                .isEqualTo(Change.QUEUE);
        assertThat(QueueRules.after(Optional.empty(), new Decided(1, 1, Verdict.REJECTED, BEFORE)))
                .isEqualTo(Change.KEEP);
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED, QUEUE",
        "SENT, LATER",
        "REGISTERED, QUEUE",
        "ALREADY_REGISTERED, QUEUE",
        "REFUSED, QUEUE",
        "MISSING, QUEUE"
    })
    void anApprovalOfSomethingElseIsSent(RegistrationState state, Change change) {
        assertThat(after(state, Verdict.APPROVED, OTHER)).isEqualTo(change);
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED, QUEUE",
        "SENT, LATER",
        "REGISTERED, KEEP",
        "ALREADY_REGISTERED, KEEP",
        "REFUSED, QUEUE",
        "MISSING, QUEUE"
    })
    void whatIsRegisteredAlreadyIsNotSentOnceMore(RegistrationState state, Change change) {
        assertThat(after(state, Verdict.APPROVED, BEFORE)).isEqualTo(change);
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED, DROP",
        "SENT, LATER",
        "REGISTERED, KEEP",
        "ALREADY_REGISTERED, KEEP",
        "REFUSED, KEEP",
        "MISSING, KEEP"
    })
    void aRejectionTakesBackOnlyWhatWasNotSent(RegistrationState state, Change change) {
        assertThat(after(state, Verdict.REJECTED, OTHER)).isEqualTo(change);
    }

    @ParameterizedTest
    @EnumSource(RegistrationState.class)
    void whatCameMeanwhileIsJudgedByTheEnd(RegistrationState state) {
        Order order = new Order(state, BEFORE);
        Decided later = new Decided(2, 1, Verdict.APPROVED, OTHER);
        if (state == RegistrationState.SENT) {
            assertThatThrownBy(() -> QueueRules.afterEnd(order, later)).isInstanceOf(IllegalArgumentException.class);
        } else {
            assertThat(QueueRules.afterEnd(order, later)).isEqualTo(Change.QUEUE);
        }
    }
}
