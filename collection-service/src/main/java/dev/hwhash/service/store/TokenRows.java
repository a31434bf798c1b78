// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.token.Token;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The tokens of a group of reports: each is read once and written once. Used by one thread. */
final class TokenRows {

    private final PreparedStatement find;
    private final PreparedStatement use;
    private final Map<Long, Optional<Token>> read = new HashMap<>();
    // In order, so that no two writers wait for each other.
    private final Map<Long, Long> used = new TreeMap<>();

    TokenRows(Statements statements) throws SQLException {
        find = statements.prepare(SqlTokens.COLUMNS + "WHERE id = ?");
        use = statements.prepare("UPDATE token SET uses = uses + ? WHERE id = ?");
    }

    /** Forgets the group before. */
    void begin() {
        read.clear();
        used.clear();
    }

    /** Returns the token with the uses of this group so far. */
    Optional<Token> find(long id) throws SQLException {
        Optional<Token> token = read.get(id);
        if (token == null) {
            try (ResultSet row = Statements.bind(find, id).executeQuery()) {
                token = row.next() ? Optional.of(SqlTokens.token(row)) : Optional.empty();
            }
            read.put(id, token);
        }
        return token;
    }

    /** Returns whether the token may bring in no new report any more. */
    boolean isUsedUp(Token token) {
        OptionalLong limit = token.useLimit();
        return limit.isPresent() && token.uses() + used.getOrDefault(token.id(), 0L) >= limit.getAsLong();
    }

    void use(long id) {
        used.merge(id, 1L, Long::sum);
    }

    /** Writes the uses. */
    void end() throws SQLException {
        for (Map.Entry<Long, Long> token : used.entrySet()) {
            Statements.bind(use, token.getValue(), token.getKey()).executeUpdate();
        }
    }
}
