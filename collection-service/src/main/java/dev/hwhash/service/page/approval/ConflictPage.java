// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.approval;

import dev.hwhash.service.approval.Decision;
import dev.hwhash.service.approval.Outcome;
import dev.hwhash.service.page.Frame;

/**
 * Why nothing was changed, for {@code approval/conflict.jte}.
 *
 * @param outcome what happened meanwhile
 * @param back a path of the service
 */
public record ConflictPage(Outcome outcome, String back) {

    /**
     * Says what happened, and what to do next.
     *
     * @param frame has the texts
     * @return words, not yet HTML
     */
    public String words(Frame frame) {
        if (outcome instanceof Outcome.Superseded superseded) {
            return frame.text("approval.superseded", frame.time(superseded.receivedAt()));
        }
        if (outcome instanceof Outcome.AlreadyDecided decided) {
            Decision decision = decided.decision();
            return frame.text("approval.decided." + decision.verdict(), decision.account(), frame.time(decision.at()));
        }
        if (outcome instanceof Outcome.NotRegistrable lack) {
            return frame.text("approval.not-registrable", lack.why());
        }
        return frame.text("approval.unknown");
    }
}
