// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.token.Access;
import dev.hwhash.service.token.FailureLimit;
import dev.hwhash.service.token.Gate;
import dev.hwhash.service.token.Token;
import dev.hwhash.service.token.TokenKind;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.Optional;

/** Lets a request in by the token in its header. Thread-safe. */
public final class Tokens {

    /** The same words for all of them, wherever a token is refused. */
    static final String REFUSED = "the token is missing, unknown, expired or revoked; ask who runs the service for one";

    private final Gate gate;
    private final FailureLimit failures;

    /**
     * Makes one.
     *
     * @param gate decides
     * @param failures says when it is enough
     */
    public Tokens(Gate gate, FailureLimit failures) {
        this.gate = gate;
        this.failures = failures;
    }

    /**
     * Returns how the audit log names the bearer of a token.
     *
     * @param context his request
     * @param token his token
     * @return the token's number, and his address
     */
    static Actor actor(Context context, Token token) {
        return new Actor("token " + token.id(), Clients.of(context).getHostAddress());
    }

    /**
     * Returns the token of a request.
     *
     * @param context the request
     * @param wanted the kind that may do it
     * @return a token of that kind
     * @throws ProblemException if there is none
     */
    public Token require(Context context, TokenKind wanted) {
        Access access = gate.look(Optional.ofNullable(context.header("Authorization")), wanted);
        if (access instanceof Access.Allowed allowed) {
            return allowed.token();
        }
        if (access instanceof Access.WrongKind wrong) {
            throw new ProblemException(
                    ProblemCode.TOKEN_WRONG_KIND,
                    "the token is for " + wrong.token().kind() + "; this needs one for " + wanted);
        }
        InetAddress address = Clients.of(context);
        if (!failures.allows(address) || !failures.failed(address)) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_FAILURES,
                    "too many refused tokens came from this address; look at the token, and try again later");
        }
        throw new ProblemException(ProblemCode.TOKEN_REFUSED, REFUSED);
    }
}
