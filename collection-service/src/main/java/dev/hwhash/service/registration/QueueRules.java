// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import dev.hwhash.service.approval.Verdict;
import java.util.Optional;

/** What a decision means for the registration of its device. Pure. */
public final class QueueRules {

    private QueueRules() {}

    /** What is to be done. */
    public enum Change {
        /** It is sent by a new order. */
        QUEUE,
        /** Something is under way; what becomes of the decision is seen when that has its end. */
        LATER,
        /** It is not sent. */
        DROP,
        /** Nothing changes. */
        KEEP
    }

    /**
     * Judges a decision. An approval is sent, whatever was sent before, unless the very same is registered: whoever
     * approves another hash, tag or user expects it to be there. A rejection takes back what was not sent; what is
     * registered stays so, since a deletion there is somebody else's to decide.
     *
     * @param order what was ordered for the device before; empty: nothing
     * @param decided the newest decision
     * @return what is to be done
     */
    public static Change after(Optional<Order> order, Decided decided) {
        boolean approved = decided.verdict() == Verdict.APPROVED;
        if (order.isEmpty()) {
            return approved ? Change.QUEUE : Change.KEEP;
        }
        return switch (order.get().state()) {
            case SENT -> Change.LATER;
            case QUEUED -> approved ? Change.QUEUE : Change.DROP;
            case REGISTERED, ALREADY_REGISTERED ->
                approved && !order.get().what().equals(decided.what()) ? Change.QUEUE : Change.KEEP;
            case REFUSED, MISSING -> approved ? Change.QUEUE : Change.KEEP;
        };
    }

    /**
     * Judges a decision that came while something was under way.
     *
     * @param order what was under way, with its end; {@link RegistrationState#QUEUED} where it surely did not arrive
     * @param later the decision
     * @return what is to be done; never {@link Change#LATER}
     */
    public static Change afterEnd(Order order, Decided later) {
        if (order.state() == RegistrationState.SENT) {
            throw new IllegalArgumentException("it has no end yet");
        }
        return after(Optional.of(order), later);
    }
}
