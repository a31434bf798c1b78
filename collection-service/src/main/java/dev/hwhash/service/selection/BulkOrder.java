// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.selection;

import dev.hwhash.service.approval.Assignment;
import dev.hwhash.service.approval.Verdict;

/**
 * What somebody asks for all devices of a selection.
 *
 * @param verdict what he decides
 * @param tag which group tag they get; of no meaning to reject
 * @param user which assigned user they get; of no meaning to reject
 */
public record BulkOrder(Verdict verdict, Wanted tag, Wanted user) {

    /** Rejects them. */
    public static final BulkOrder REJECT =
            new BulkOrder(Verdict.REJECTED, new Wanted.Suggested(), new Wanted.Suggested());

    /**
     * Returns what one device gets.
     *
     * @param suggested for this device
     * @return group tag and user
     */
    public Assignment assignment(Assignment suggested) {
        return verdict == Verdict.APPROVED
                ? new Assignment(tag.of(suggested.groupTag()), user.of(suggested.assignedUser()))
                : Assignment.NONE;
    }
}
