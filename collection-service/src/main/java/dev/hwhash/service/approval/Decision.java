// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.approval;

import java.time.Instant;

/**
 * A decision about a device. It is never changed; the next one stands beside it.
 *
 * @param id its number; a later one is larger
 * @param verdict what was decided
 * @param reportId the report that it names
 * @param content hash of that report's body, 64 lower-case digits
 * @param assignment as confirmed; nothing where the device was rejected
 * @param account name of whoever decided
 * @param at when
 */
public record Decision(
        long id, Verdict verdict, String reportId, String content, Assignment assignment, String account, Instant at) {

    /** Returns whether it is what the order asks for. */
    boolean isAsOrdered(Order order) {
        return verdict == order.verdict()
                && reportId.equals(order.reportId())
                && content.equals(order.content())
                && assignment.equals(order.assignment());
    }
}
