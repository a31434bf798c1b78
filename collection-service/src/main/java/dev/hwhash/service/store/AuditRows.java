// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.audit.AuditAction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Writes into the table {@code audit}, in the transaction of what is done. */
final class AuditRows {

    private static final String INSERT =
            "INSERT INTO audit (at, actor, address, action, detail) VALUES (?, ?, ?, ?, ?)";

    private AuditRows() {}

    /** Writes an entry; the detail as {@link dev.hwhash.service.audit.AuditEntry} has it. */
    static void insert(Handle handle, Instant at, Actor actor, AuditAction action, String detail) {
        handle.createUpdate(INSERT)
                .bind(0, at.toEpochMilli())
                .bind(1, actor.name())
                .bind(2, actor.address())
                .bind(3, action.toString())
                .bind(4, detail)
                .execute();
    }

    /** The same, for a transaction without Jdbi. */
    static void insert(Connection connection, Instant at, Actor actor, AuditAction action, String detail)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            Statements.bind(statement, at.toEpochMilli(), actor.name(), actor.address(), action, detail)
                    .executeUpdate();
        }
    }
}
