// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.audit;

import java.util.List;

/** The audit log. For use by many threads at once. */
public interface AuditLog {

    /**
     * Writes an entry; on disk when this returns. What changes the database writes its entry in the same transaction
     * instead.
     *
     * @param actor who
     * @param action what
     * @param detail as in {@link AuditEntry}
     */
    void write(Actor actor, AuditAction action, String detail);

    /**
     * Reads back.
     *
     * @param before entries with smaller numbers; {@link Long#MAX_VALUE}: from the last
     * @param most how many
     * @return the newest first
     */
    List<AuditEntry> page(long before, int most);
}
