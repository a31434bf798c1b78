// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.audit.AuditAction;
import dev.hwhash.service.token.NewToken;
import dev.hwhash.service.token.Token;
import dev.hwhash.service.token.TokenHash;
import dev.hwhash.service.token.TokenKind;
import dev.hwhash.service.token.TokenStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Tokens in the database. Thread-safe. */
public final class SqlTokens implements TokenStore {

    static final String COLUMNS =
            "SELECT id, hash, kind, name, created_at, expires_at, use_limit, uses, revoked_at FROM token ";

    private final Jdbi jdbi;
    private final WriteTransactions writes;

    /**
     * Makes one.
     *
     * @param database where they are
     */
    public SqlTokens(Database database) {
        this.jdbi = database.jdbi();
        this.writes = new WriteTransactions(database);
    }

    @Override
    public Optional<Token> find(TokenHash hash) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "WHERE hash = ?")
                .bind(0, hash.bytes())
                .map((row, context) -> token(row))
                .findOne());
    }

    @Override
    public List<Token> all() {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "ORDER BY id")
                .map((row, context) -> token(row))
                .list());
    }

    @Override
    public long add(NewToken token, TokenHash hash, Actor actor, Instant now) {
        return writes.run(handle -> {
            long id = handle.createQuery("INSERT INTO token (hash, kind, name, created_at, expires_at, use_limit)"
                            + " VALUES (?, ?, ?, ?, ?, ?) RETURNING id")
                    .bind(0, hash.bytes())
                    .bind(1, token.kind().toString())
                    .bind(2, token.name())
                    .bind(3, now.toEpochMilli())
                    .bind(4, token.expiresAt().map(Instant::toEpochMilli))
                    .bind(5, token.useLimit())
                    .mapTo(Long.class)
                    .one();
            AuditRows.insert(handle, now, actor, AuditAction.TOKEN_CREATED, "token " + id + " for " + token.kind());
            return id;
        });
    }

    @Override
    public boolean revoke(long id, Actor actor, Instant now) {
        return writes.run(handle -> {
            int revoked = handle.execute(
                    "UPDATE token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", now.toEpochMilli(), id);
            if (revoked == 1) {
                AuditRows.insert(handle, now, actor, AuditAction.TOKEN_REVOKED, "token " + id);
            }
            return revoked == 1 || isThere(handle, id);
        });
    }

    private static boolean isThere(Handle handle, long id) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM token WHERE id = ?)")
                .bind(0, id)
                .mapTo(Boolean.class)
                .one();
    }

    static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getLong("id"),
                TokenHash.stored(row.getBytes("hash")),
                TokenKind.named(row.getString("kind")).orElseThrow(),
                row.getString("name"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Statements.time(row, "expires_at"),
                number(row, "use_limit"),
                row.getLong("uses"),
                Statements.time(row, "revoked_at"));
    }

    private static OptionalLong number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
