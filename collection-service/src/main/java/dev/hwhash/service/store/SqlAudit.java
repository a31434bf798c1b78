// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.account.AccountName;
import dev.hwhash.service.account.SignInLimits;
import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.audit.AuditAction;
import dev.hwhash.service.audit.AuditEntry;
import dev.hwhash.service.audit.AuditLog;
import java.net.InetAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The audit log in the database, whose triggers refuse to change or delete what is there. Thread-safe. */
public final class SqlAudit implements AuditLog, SignInLimits.KnownAddresses {

    private final Jdbi jdbi;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param database where it is
     * @param clock says when something is done
     */
    public SqlAudit(Database database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    @Override
    public void write(Actor actor, AuditAction action, String detail) {
        jdbi.useHandle(handle -> AuditRows.insert(handle, clock.instant(), actor, action, detail));
    }

    @Override
    public List<AuditEntry> page(long before, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id, at, actor, address, action, detail FROM audit"
                        + " WHERE id < ? ORDER BY id DESC LIMIT ?")
                .bind(0, before)
                .bind(1, most)
                .map((row, context) -> entry(row))
                .list());
    }

    @Override
    public boolean knows(AccountName name, InetAddress address) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT EXISTS (SELECT 1 FROM audit JOIN account"
                        + " ON audit.actor = account.name WHERE account.name_key = ? AND audit.address = ?"
                        + " AND audit.action = 'signed-in')")
                .bind(0, name.key())
                .bind(1, address.getHostAddress())
                .mapTo(Boolean.class)
                .one());
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("actor"),
                row.getString("address"),
                AuditAction.named(row.getString("action")).orElseThrow(),
                row.getString("detail"));
    }
}
