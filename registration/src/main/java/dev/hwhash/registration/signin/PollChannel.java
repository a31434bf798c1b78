// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import dev.hwhash.registration.credential.SignInException;
import dev.hwhash.registration.http.Answer;
import dev.hwhash.registration.retry.Deadline;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks for the token of a device code until somebody has used the code. MSAL would take {@code slow_down} and a lost
 * answer for the end, and sleep past a deadline, so it sees the last answer only.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3.5">RFC 8628 §3.5</a>
 */
final class PollChannel implements IHttpClient {

    /** RFC 8628 §3.2, where none is told; and §3.5, by how much longer it gets. */
    private static final Duration STEP = Duration.ofSeconds(5);

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final LoginChannel login;
    private final Deadline deadline;
    private Duration interval = STEP;

    PollChannel(LoginChannel login, Deadline deadline) {
        this.login = login;
        this.deadline = deadline;
    }

    @Override
    public IHttpResponse send(HttpRequest request) throws SignInException {
        return request.url().getPath().endsWith("/devicecode") ? login.send(request) : polled(request);
    }

    /** Sets how often to ask, as the server has it. */
    void every(Duration told) {
        if (!told.isZero() && !told.isNegative()) {
            interval = told.compareTo(SHORTEST) < 0 ? SHORTEST : told.compareTo(LONGEST) > 0 ? LONGEST : told;
        }
    }

    private IHttpResponse polled(HttpRequest request) throws SignInException {
        while (deadline.pause(interval)) {
            Optional<Answer> answer = asked(request);
            if (answer.isPresent() && !goesOn(answer.get())) {
                return login.taken(answer.get());
            }
        }
        throw new SignInException(
                SignInException.Kind.DEADLINE, "nobody used the code in time; start again, perhaps with --timeout");
    }

    private Optional<Answer> asked(HttpRequest request) throws SignInException {
        try {
            return Optional.of(login.exchange(request));
        } catch (SignInException e) {
            if (e.kind() != SignInException.Kind.UNREACHABLE) {
                throw e;
            }
            slower();
            return Optional.empty();
        }
    }

    private boolean goesOn(Answer answer) {
        if (answer.status() == TOO_MANY_REQUESTS || answer.status() >= SERVER_ERROR) {
            slower();
            return true;
        }
        if (answer.status() == OK) {
            return false;
        }
        String error = TokenError.read(answer.body()).map(TokenError::error).orElse("");
        if (error.equals("slow_down")) {
            slower();
        }
        return error.equals("slow_down") || error.equals("authorization_pending");
    }

    private void slower() {
        every(interval.plus(STEP));
    }
}
