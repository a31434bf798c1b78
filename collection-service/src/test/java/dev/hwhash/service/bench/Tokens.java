// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.DatabaseLocation;
import dev.hwhash.service.store.SqlTokens;
import dev.hwhash.service.token.NewToken;
import dev.hwhash.service.token.TokenKind;
import dev.hwhash.service.token.TokenMaker;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;

/** Tokens, made beside the service. */
final class Tokens {

    private Tokens() {}

    /** Makes one, and the tables where there are none yet; returns its secret. */
    static String make(DatabaseLocation where, TokenKind kind) {
        try (Database database = Database.open(where)) {
            return new TokenMaker(new SqlTokens(database), Clock.systemUTC())
                    .make(new NewToken(kind, "", Optional.empty(), OptionalLong.empty()), Actor.SERVICE)
                    .secret()
                    .text();
        }
    }
}
