// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.approval;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.service.intake.Intake;
import java.util.Optional;

/** Whether an order can be carried out. Pure: the same order and standing give the same answer. */
public final class DecisionRules {

    private DecisionRules() {}

    /**
     * Looks for what stands against an order.
     *
     * @param order what is asked for
     * @param standing how the device stands, in the transaction in which the order would be carried out
     * @return the answer to it; empty where nothing stands against it
     */
    public static Optional<Outcome> obstacle(Order order, Standing standing) {
        Optional<Decision> decision = standing.decision();
        // Before all else: a form that is sent twice gets the same answer twice.
        if (decision.isPresent()
                && standing.state() == order.verdict().state()
                && decision.get().isAsOrdered(order)) {
            return Optional.of(new Outcome.Taken(decision.get(), false));
        }
        LastReport last = standing.last();
        if (last.row() != order.sight().report()) {
            return Optional.of(new Outcome.Superseded(last.reportId(), last.receivedAt()));
        }
        if (decision.isPresent() && decision.get().id() != order.sight().decision()) {
            return Optional.of(new Outcome.AlreadyDecided(decision.get()));
        }
        return order.verdict() == Verdict.APPROVED
                ? lack(standing.report(), order.assignment()).map(Outcome.NotRegistrable::new)
                : Optional.empty();
    }

    /**
     * Looks for what keeps a report from being registered.
     *
     * @param report what it says, its hash too
     * @param assignment group tag and user that it would get
     * @return why neither Intune nor Partner Center would take it, in words; empty where one of them would
     */
    public static Optional<String> lack(DeviceRecord report, Assignment assignment) {
        Optional<String> tooLong = assignment.tooLong();
        return tooLong.isPresent() ? tooLong : Intake.lack(registered(report, assignment));
    }

    private static DeviceRecord registered(DeviceRecord report, Assignment assignment) {
        return report.with(Field.GROUP_TAG, assignment.groupTag().orElse(""))
                .with(Field.ASSIGNED_USER, assignment.assignedUser().orElse(""));
    }
}
