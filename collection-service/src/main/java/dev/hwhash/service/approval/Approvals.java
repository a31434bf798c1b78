// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.approval;

import dev.hwhash.service.audit.Actor;
import java.util.Optional;

/** Decisions about devices, one at a time. For use by many threads at once. */
public interface Approvals {

    /**
     * Shows what can be decided about a device.
     *
     * @param device its number
     * @param reportId the report to decide about; empty: the one whose hash is exported now, else the newest
     * @return empty where there is no such device or report
     */
    Optional<ApprovalView> view(long device, Optional<String> reportId);

    /**
     * Carries an order out in one transaction, or tells why not; on disk when this returns.
     *
     * @param order what somebody decided
     * @param actor who
     * @return what became of it
     */
    Outcome decide(Order order, Actor actor);
}
