// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import com.microsoft.aad.msal4j.DeviceCode;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.PublicClientApplication;
import dev.hwhash.registration.credential.AccessTokens.Resource;
import dev.hwhash.registration.credential.SignInException;
import dev.hwhash.registration.credential.SignInException.Kind;
import dev.hwhash.registration.endpoint.Endpoints;
import dev.hwhash.registration.http.Connection;
import dev.hwhash.registration.http.Foreign;
import dev.hwhash.registration.retry.Deadline;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Signs a user in by a code that is typed into a browser anywhere (RFC 8628). Microsoft recommends that tenants block
 * this flow, since a code can be talked out of somebody, and Conditional Access can block it: then a certificate or a
 * secret is left. Thread-safe.
 *
 * @see <a
 *     href="https://learn.microsoft.com/entra/identity/conditional-access/concept-authentication-flows">authentication
 *     flows</a>
 */
public final class DeviceCodeSignIn {

    private final Endpoints endpoints;
    private final Connection connection;

    /**
     * What somebody has to type, and where.
     *
     * @param userCode the code; whoever has it can be signed in as by whoever started this
     * @param page the URL of the page that takes it
     * @param validity how long it counts
     */
    public record Code(String userCode, String page, Duration validity) {

        /** Without the code. */
        @Override
        public String toString() {
            return "a code for " + page;
        }
    }

    /**
     * A user who has signed in.
     *
     * @param name who it was, such as {@code admin@contoso.com}; empty where it is not told
     * @param tokens what a {@link TokenStore} keeps, a secret
     */
    public record SignedIn(Optional<String> name, String tokens) {

        /** Without the tokens. */
        @Override
        public String toString() {
            return "a user who has signed in";
        }
    }

    /**
     * Makes a sign-in; connects to nothing yet.
     *
     * @param endpoints where the login endpoint is
     * @param connection the way there
     */
    public DeviceCodeSignIn(Endpoints endpoints, Connection connection) {
        this.endpoints = endpoints;
        this.connection = connection;
    }

    /**
     * Signs in.
     *
     * @param user the app in whose name
     * @param resource what for; a token for another one may be had by the same sign-in later
     * @param deadline when to give up, at the latest; the code itself counts for some 15 minutes
     * @param shown gets the code as soon as it is there
     * @return who has signed in
     * @throws SignInException if nobody has
     */
    public SignedIn run(SignIn.User user, Resource resource, Deadline deadline, Consumer<Code> shown)
            throws SignInException {
        String scope = Scopes.of(resource, endpoints.cloud(), true)
                .orElseThrow(() -> Refusals.noSuchResource(endpoints.cloud()));
        LoginChannel login = new LoginChannel(connection, endpoints, user);
        login.until(deadline);
        PollChannel channel = new PollChannel(login, deadline);
        Afterwards thread = new Afterwards();
        PublicClientApplication msal = client(user, login, channel, thread);
        CompletableFuture<IAuthenticationResult> result =
                msal.acquireToken(DeviceCodeFlowParameters.builder(Set.of(scope), code -> {
                            channel.every(Duration.ofSeconds(code.interval()));
                            shown.accept(read(code));
                        })
                        .build());
        thread.run();
        return new SignedIn(username(result), msal.tokenCache().serialize());
    }

    private static PublicClientApplication client(
            SignIn user, LoginChannel login, PollChannel channel, Afterwards thread) {
        try {
            return PublicClientApplication.builder(user.clientId().toString())
                    .authority(login.authority().url())
                    .instanceDiscovery(false)
                    .disableInternalRetries()
                    .executorService(thread)
                    .httpClient(channel)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Code read(DeviceCode code) {
        return new Code(
                Foreign.text(String.valueOf(code.userCode())),
                Foreign.text(String.valueOf(code.verificationUri())),
                Duration.ofSeconds(code.expiresIn()));
    }

    private static Optional<String> username(CompletableFuture<IAuthenticationResult> result) throws SignInException {
        try {
            IAuthenticationResult signedIn = result.join();
            if (signedIn.account() == null) {
                throw new SignInException(Kind.UNREACHABLE, "the login endpoint has not told who signed in");
            }
            return Optional.ofNullable(signedIn.account().username())
                    .map(Foreign::text)
                    .filter(name -> !name.isEmpty());
        } catch (CompletionException e) {
            throw Refusals.of(e);
        }
    }
}
