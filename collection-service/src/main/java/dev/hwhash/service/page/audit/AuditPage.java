// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.audit;

import dev.hwhash.service.audit.AuditEntry;
import java.util.List;
import java.util.Optional;

/**
 * A part of the audit log.
 *
 * @param entries the newest first
 * @param isFirst whether nothing newer was left out
 * @param older the number before which older entries stand; empty where there are none
 */
public record AuditPage(List<AuditEntry> entries, boolean isFirst, Optional<Long> older) {

    /** Copies the list. */
    public AuditPage {
        entries = List.copyOf(entries);
    }
}
