// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.account.Account;
import dev.hwhash.service.account.AccountChange;
import dev.hwhash.service.account.AccountName;
import dev.hwhash.service.account.AccountStore;
import dev.hwhash.service.account.PasswordHash;
import dev.hwhash.service.account.Role;
import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.audit.AuditAction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Accounts in the database. Thread-safe. */
public final class SqlAccounts implements AccountStore {

    /** Of a table that the statement calls {@code a}. */
    static final String COLUMNS =
            "a.id, a.name, a.role, a.must_change, a.disabled, a.created_at AS made_at, a.signed_in_at";

    private static final String KNOWN = "SELECT " + COLUMNS + ", a.password FROM account a WHERE ";

    private final Jdbi jdbi;
    private final WriteTransactions writes;

    /**
     * Makes one.
     *
     * @param database where they are
     */
    public SqlAccounts(Database database) {
        this.jdbi = database.jdbi();
        this.writes = new WriteTransactions(database);
    }

    @Override
    public List<Account> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM account a ORDER BY name_key")
                .map((row, context) -> account(row))
                .list());
    }

    @Override
    public Optional<Known> find(AccountName name) {
        return jdbi.withHandle(handle -> known(handle, "a.name_key = ?", name.key()));
    }

    @Override
    public Optional<Known> find(long id) {
        return jdbi.withHandle(handle -> known(handle, "a.id = ?", id));
    }

    @Override
    public Optional<Account> add(AccountName name, Role role, PasswordHash password, Actor actor, Instant now) {
        return writes.run(handle -> {
            if (known(handle, "a.name_key = ?", name.key()).isPresent()) {
                return Optional.empty();
            }
            handle.execute(
                    "INSERT INTO account (name, name_key, role, password, must_change, created_at)"
                            + " VALUES (?, ?, ?, ?, 1, ?)",
                    name.text(),
                    name.key(),
                    role.toString(),
                    password.encoded(),
                    now.toEpochMilli());
            AuditRows.insert(handle, now, actor, AuditAction.ACCOUNT_CREATED, name + " as " + role);
            return known(handle, "a.name_key = ?", name.key()).map(Known::account);
        });
    }

    @Override
    public AccountChange role(long id, Role role, Actor actor, Instant now) {
        return writes.run(handle -> {
            Optional<Account> account = account(handle, id);
            if (account.isPresent() && account.get().role() == role) {
                return AccountChange.DONE;
            }
            if (role != Role.ADMIN && isLastAdmin(handle, account)) {
                return AccountChange.LAST_ADMIN;
            }
            handle.execute("UPDATE account SET role = ? WHERE id = ?", role.toString(), id);
            return changed(handle, account, " is " + role, actor, now);
        });
    }

    @Override
    public AccountChange disabled(long id, boolean disabled, Actor actor, Instant now) {
        return writes.run(handle -> {
            Optional<Account> account = account(handle, id);
            if (account.isPresent() && account.get().disabled() == disabled) {
                return AccountChange.DONE;
            }
            if (disabled && isLastAdmin(handle, account)) {
                return AccountChange.LAST_ADMIN;
            }
            handle.execute("UPDATE account SET disabled = ? WHERE id = ?", disabled ? 1 : 0, id);
            return changed(handle, account, disabled ? " is disabled" : " is enabled", actor, now);
        });
    }

    @Override
    public AccountChange reset(long id, PasswordHash password, Actor actor, Instant now) {
        return writes.run(handle -> {
            handle.execute("UPDATE account SET password = ?, must_change = 1 WHERE id = ?", password.encoded(), id);
            return changed(handle, account(handle, id), " has another password", actor, now);
        });
    }

    @Override
    public boolean change(long id, PasswordHash before, PasswordHash password, Actor actor, Instant now) {
        return writes.run(handle -> {
            int changed = handle.execute(
                    "UPDATE account SET password = ?, must_change = 0 WHERE id = ? AND password = ? AND disabled = 0",
                    password.encoded(),
                    id,
                    before.encoded());
            if (changed == 0) {
                return false;
            }
            SqlSessions.endAll(handle, id);
            AuditRows.insert(handle, now, actor, AuditAction.PASSWORD_CHANGED, "");
            return true;
        });
    }

    @Override
    public void rehash(long id, PasswordHash before, PasswordHash password) {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE account SET password = ? WHERE id = ? AND password = ?",
                password.encoded(),
                id,
                before.encoded()));
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("id"),
                new AccountName(row.getString("name")),
                Role.named(row.getString("role")).orElseThrow(),
                row.getBoolean("must_change"),
                row.getBoolean("disabled"),
                Instant.ofEpochMilli(row.getLong("made_at")),
                Statements.time(row, "signed_in_at"));
    }

    private static Optional<Account> account(Handle handle, long id) {
        return known(handle, "a.id = ?", id).map(Known::account);
    }

    private static Optional<Known> known(Handle handle, String where, Object value) {
        return handle.createQuery(KNOWN + where)
                .bindByType(0, value, value.getClass())
                .map((row, context) -> new Known(account(row), new PasswordHash(row.getString("password"))))
                .findOne();
    }

    /** Asked in the transaction that would take him away, of which there is one at a time. */
    private static boolean isLastAdmin(Handle handle, Optional<Account> account) {
        return account.filter(each -> each.role() == Role.ADMIN && !each.disabled())
                .filter(each ->
                        handle.createQuery("SELECT count(*) FROM account WHERE role = ? AND disabled = 0 AND id <> ?")
                                        .bind(0, Role.ADMIN.toString())
                                        .bind(1, each.id())
                                        .mapTo(Long.class)
                                        .one()
                                == 0)
                .isPresent();
    }

    private static AccountChange changed(
            Handle handle, Optional<Account> account, String what, Actor actor, Instant now) {
        if (account.isEmpty()) {
            return AccountChange.UNKNOWN;
        }
        SqlSessions.endAll(handle, account.get().id());
        AuditRows.insert(
                handle, now, actor, AuditAction.ACCOUNT_CHANGED, account.get().name() + what);
        return AccountChange.DONE;
    }
}
