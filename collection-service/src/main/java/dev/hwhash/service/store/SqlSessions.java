// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.account.PasswordHash;
import dev.hwhash.service.account.Session;
import dev.hwhash.service.account.SessionStore;
import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.audit.AuditAction;
import dev.hwhash.service.token.TokenHash;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sessions in the database. Thread-safe. */
public final class SqlSessions implements SessionStore {

    private static final Logger LOG = LoggerFactory.getLogger(SqlSessions.class);

    private final Jdbi jdbi;
    private final Jdbi reading;
    private final WriteTransactions writes;

    /**
     * Makes one.
     *
     * @param database where they are
     * @param reading the same, for looks: no page waits for those who write
     */
    public SqlSessions(Database database, ReadOnlyDatabase reading) {
        this.jdbi = database.jdbi();
        this.reading = reading.jdbi();
        this.writes = new WriteTransactions(database);
    }

    @Override
    public boolean add(TokenHash hash, long account, PasswordHash password, Actor actor, Instant now) {
        return writes.run(handle -> {
            int added = handle.createUpdate("INSERT INTO session (hash, account, created_at, seen_at)"
                            + " SELECT ?, id, ?, ? FROM account WHERE id = ? AND password = ? AND disabled = 0")
                    .bind(0, hash.bytes())
                    .bind(1, now.toEpochMilli())
                    .bind(2, now.toEpochMilli())
                    .bind(3, account)
                    .bind(4, password.encoded())
                    .execute();
            if (added == 0) {
                return false;
            }
            handle.execute("UPDATE account SET signed_in_at = ? WHERE id = ?", now.toEpochMilli(), account);
            AuditRows.insert(handle, now, actor, AuditAction.SIGNED_IN, "");
            return true;
        });
    }

    @Override
    public Optional<Session> find(TokenHash hash) {
        return reading.withHandle(handle -> find(handle, hash));
    }

    private static Optional<Session> find(Handle handle, TokenHash hash) {
        return handle.createQuery("SELECT " + SqlAccounts.COLUMNS
                        + ", s.created_at AS began_at, s.seen_at FROM session s JOIN account a ON a.id = s.account"
                        + " WHERE s.hash = ?")
                .bind(0, hash.bytes())
                .map((row, context) -> new Session(
                        SqlAccounts.account(row),
                        Instant.ofEpochMilli(row.getLong("began_at")),
                        Instant.ofEpochMilli(row.getLong("seen_at"))))
                .findOne();
    }

    @Override
    public void seen(TokenHash hash, Instant now) {
        try {
            jdbi.useHandle(handle -> handle.execute(
                    "UPDATE session SET seen_at = ? WHERE hash = ? AND seen_at < ?",
                    now.toEpochMilli(),
                    hash.bytes(),
                    now.toEpochMilli()));
        } catch (JdbiException e) {
            LOG.atWarn()
                    .addKeyValue("event", "session-not-written")
                    .log("the database takes no write; sessions may end early");
        }
    }

    @Override
    public boolean end(TokenHash hash, String address, Instant now) {
        return writes.run(handle -> {
            Optional<Session> session = find(handle, hash);
            if (session.isEmpty()) {
                return false;
            }
            handle.execute("DELETE FROM session WHERE hash = ?", (Object) hash.bytes());
            Actor actor = new Actor(session.get().account().name().text(), address);
            AuditRows.insert(handle, now, actor, AuditAction.SIGNED_OUT, "");
            return true;
        });
    }

    @Override
    public void sweep(Instant created, Instant seen) {
        jdbi.useHandle(handle -> handle.execute(
                "DELETE FROM session WHERE created_at <= ? OR seen_at <= ?",
                created.toEpochMilli(),
                seen.toEpochMilli()));
    }

    /** Ends all sessions of an account, in the transaction that takes something from it. */
    static void endAll(Handle handle, long account) {
        handle.execute("DELETE FROM session WHERE account = ?", account);
    }
}
