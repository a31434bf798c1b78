// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import com.microsoft.aad.msal4j.MsalException;
import dev.hwhash.registration.credential.SignInException;
import dev.hwhash.registration.credential.SignInException.Kind;
import dev.hwhash.registration.endpoint.Cloud;
import dev.hwhash.registration.endpoint.Endpoints;
import dev.hwhash.registration.endpoint.Origin;
import dev.hwhash.registration.http.Answer;
import dev.hwhash.registration.http.Foreign;
import dev.hwhash.registration.retry.HttpDate;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why there is no token: what the token endpoint's answer means, and what MSAL's failure does. */
final class Refusals {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    /** RFC 6749 §4.1.2.1, which Entra ID answers also at the token endpoint. */
    private static final Set<String> PASSING = Set.of("temporarily_unavailable", "server_error");

    /** The longest chain of causes that is looked at: it may lead back to itself. */
    private static final int DEEPEST = 10;

    private final SignIn signIn;
    private final Endpoints endpoints;
    private final Clock clock;

    Refusals(SignIn signIn, Endpoints endpoints, Clock clock) {
        this.signIn = signIn;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /** Returns what an answer means that brought no token. */
    SignInException of(Answer answer) {
        Origin login = endpoints.login().origin();
        int status = answer.status();
        if (status == TOO_MANY_REQUESTS || status >= SERVER_ERROR) {
            return unreachable(login + " gives no token now (status " + status + "); try again later");
        }
        Optional<TokenError> error = answer.is("application/json") ? TokenError.read(answer.body()) : Optional.empty();
        if (error.isEmpty()) {
            return unreachable("something else than the token endpoint " + login + " has answered: status " + status
                    + "; look for a sign-in page of this network, a proxy or a gateway");
        }
        return of(error.get(), answer);
    }

    private SignInException of(TokenError error, Answer answer) {
        if (PASSING.contains(error.error())) {
            return unreachable(endpoints.login().origin() + " gives no token now (" + error + "); try again later");
        }
        Instant now = clock.instant();
        Optional<Instant> theirs = HttpDate.read(answer.header("Date").strip(), now);
        return new SignInException(
                Kind.REFUSED, new RefusalWords(signIn, endpoints, now, theirs).of(error) + " (" + error + ")");
    }

    private static SignInException unreachable(String words) {
        return new SignInException(Kind.UNREACHABLE, words);
    }

    /** Returns what a failure of MSAL's was, most often one that our own channel threw. */
    static SignInException of(Throwable failure) {
        @Nullable Throwable at = failure;
        String code = failure.getClass().getSimpleName();
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at instanceof SignInException ours) {
                return ours;
            }
            if (at instanceof TokenStoreException store) {
                return new SignInException(Kind.REFUSED, store.getMessage());
            }
            if (at instanceof MsalException msal && msal.errorCode() != null) {
                code = msal.errorCode();
            }
            at = at.getCause();
        }
        // Its own message may quote an answer, and with it a token.
        return new SignInException(
                Kind.REFUSED,
                "the sign-in failed within MSAL (" + Foreign.text(code) + "); sign in again: hwhash login");
    }

    /** Returns that a cloud lacks Partner Center, the only resource that is not everywhere. */
    static SignInException noSuchResource(Cloud cloud) {
        return new SignInException(
                Kind.REFUSED, "the cloud " + cloud + " has no Partner Center; global and china have one");
    }

    /** Returns that nothing is known of this user. */
    static SignInException notSignedIn(SignIn user) {
        return new SignInException(Kind.REFUSED, "nothing is kept of " + user + "; sign in: hwhash login");
    }
}
