// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.audit.AuditAction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Writes entries of the audit log in the transaction of what they tell. For use by many threads at once. */
@FunctionalInterface
public interface AuditTrail {

    /** Writes into the table. */
    AuditTrail TABLE = AuditRows::insert;

    /**
     * Writes an entry.
     *
     * @param connection in whose transaction
     * @param at when
     * @param actor who
     * @param action what
     * @param detail numbers of devices and content hashes; never a serial number, a tag or a user
     * @throws SQLException if the database does not take it
     */
    void write(Connection connection, Instant at, Actor actor, AuditAction action, String detail) throws SQLException;
}
