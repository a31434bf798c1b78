// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import com.microsoft.aad.msal4j.HttpMethod;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import dev.hwhash.registration.credential.SignInException;
import dev.hwhash.registration.credential.SignInException.Kind;
import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.endpoint.Endpoints;
import dev.hwhash.registration.endpoint.Origin;
import dev.hwhash.registration.http.Answer;
import dev.hwhash.registration.http.Connection;
import dev.hwhash.registration.http.NoAnswerException;
import dev.hwhash.registration.retry.Deadline;
import dev.hwhash.registration.retry.Pace;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;

/**
 * MSAL's only way out: to the login endpoint, within a deadline. What does not end with a token is thrown here in our
 * own words, so that MSAL neither repeats nor quotes it. Used by one thread at a time.
 */
final class LoginChannel implements IHttpClient {

    private static final int OK = 200;

    private final Connection connection;
    private final Endpoint login;
    private final Refusals refusals;
    private final boolean ofUser;
    private final Authority authority;
    private Deadline deadline;

    LoginChannel(Connection connection, Endpoints endpoints, SignIn signIn) {
        this.connection = connection;
        this.login = endpoints.login();
        this.ofUser = signIn.ofUser();
        this.authority = ofUser
                ? Authority.ofUser(login.origin(), signIn.tenant())
                : Authority.ofApp(login.origin(), signIn.tenant());
        this.refusals = new Refusals(signIn, endpoints, Clock.systemUTC());
        this.deadline = new Deadline(Duration.ZERO, Pace.SYSTEM);
    }

    /** Returns what MSAL takes the login endpoint for. */
    Authority authority() {
        return authority;
    }

    /** Sets until when answers are waited for. */
    void until(Deadline end) {
        deadline = end;
    }

    @Override
    public IHttpResponse send(HttpRequest request) throws SignInException {
        return taken(exchange(request));
    }

    /** Returns an answer as MSAL takes it, unless it tells why there is none. */
    IHttpResponse taken(Answer answer) throws SignInException {
        if (answer.status() != OK || !answer.is("application/json")) {
            throw refusals.of(answer);
        }
        HttpResponse response = new HttpResponse().statusCode(OK).body(answer.body());
        response.addHeaders(answer.headers());
        return response;
    }

    /** Returns the answer, whatever it is. */
    Answer exchange(HttpRequest request) throws SignInException {
        URL url = request.url();
        if (request.httpMethod() != HttpMethod.POST || !authority.covers(url)) {
            throw new SignInException(
                    Kind.REFUSED,
                    "the sign-in would have asked " + url.getHost() + ", which is not the login endpoint");
        }
        try {
            String form = ReferenceForm.of(request.body(), ofUser);
            return connection.post(login, url.getFile(), request.headers(), form, deadline.left());
        } catch (NoAnswerException e) {
            throw deadline.over() ? late(login.origin()) : new SignInException(Kind.UNREACHABLE, e.getMessage());
        }
    }

    static SignInException late(Origin login) {
        return new SignInException(Kind.DEADLINE, "no token came from " + login + " in time");
    }
}
