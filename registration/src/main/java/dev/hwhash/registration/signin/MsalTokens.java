// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import dev.hwhash.registration.credential.AccessToken;
import dev.hwhash.registration.credential.AccessTokens;
import dev.hwhash.registration.credential.SignInException;
import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.endpoint.Endpoints;
import dev.hwhash.registration.http.Connection;
import dev.hwhash.registration.retry.Deadline;
import dev.hwhash.registration.retry.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Access tokens by MSAL. Thread-safe: one request for a token is under way at a time, and others wait for it. */
public final class MsalTokens implements AccessTokens {

    /** As MSAL has it: what is about to end is not sent off with a request. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final SignIn signIn;
    private final Endpoints endpoints;
    private final LoginChannel channel;
    private final TokenClient client;
    private final ReentrantLock flight = new ReentrantLock();
    private final Map<Resource, Given> given = new EnumMap<>(Resource.class);

    /** A token that was handed out, and when it ends by this PC's clock. */
    private record Given(AccessToken token, Instant end) {}

    private MsalTokens(SignIn signIn, Endpoints endpoints, LoginChannel channel, TokenClient client) {
        this.signIn = signIn;
        this.endpoints = endpoints;
        this.channel = channel;
        this.client = client;
    }

    /**
     * Makes tokens to be asked for; connects to nothing yet.
     *
     * @param signIn by which right
     * @param endpoints where the token endpoint is, and to whose origins the tokens are bound
     * @param connection the way there
     * @param store where a user's tokens are; {@link TokenStore#NONE} for an app
     * @return tokens that are asked for when they are needed
     */
    public static MsalTokens of(SignIn signIn, Endpoints endpoints, Connection connection, TokenStore store) {
        LoginChannel channel = new LoginChannel(connection, endpoints, signIn);
        return new MsalTokens(signIn, endpoints, channel, TokenClient.of(signIn, channel, store));
    }

    @Override
    public Endpoint endpoint(Resource resource) throws SignInException {
        Optional<Endpoint> endpoint = switch (resource) {
            case GRAPH -> Optional.of(endpoints.graph());
            case PARTNER_CENTER -> endpoints.partnerCenter();
        };
        return endpoint.orElseThrow(() -> Refusals.noSuchResource(endpoints.cloud()));
    }

    @Override
    public AccessToken token(Resource resource, Duration deadline) throws SignInException {
        return token(resource, Optional.empty(), deadline);
    }

    @Override
    public AccessToken renewed(Resource resource, AccessToken refused, Duration deadline) throws SignInException {
        return token(resource, Optional.of(refused), deadline);
    }

    @Override
    public boolean ofUser() {
        return signIn.ofUser();
    }

    private AccessToken token(Resource resource, Optional<AccessToken> refused, Duration time) throws SignInException {
        Endpoint endpoint = endpoint(resource);
        String scope = Scopes.of(resource, endpoints.cloud(), ofUser())
                .orElseThrow(() -> Refusals.noSuchResource(endpoints.cloud()));
        Deadline deadline = new Deadline(time, Pace.SYSTEM);
        begin(deadline);
        try {
            @Nullable Given last = given.get(resource);
            // Who waited for the flight of another one has a new token already.
            boolean force = refused.isPresent() && (last == null || last.token() == refused.get());
            if (last != null && !force && Instant.now().isBefore(last.end().minus(MARGIN))) {
                return last.token();
            }
            channel.until(deadline);
            IAuthenticationResult result = client.token(scope, force);
            AccessToken token = new AccessToken(endpoint.origin(), result.accessToken());
            given.put(resource, new Given(token, result.expiresOnDate().toInstant()));
            return token;
        } finally {
            flight.unlock();
        }
    }

    private void begin(Deadline deadline) throws SignInException {
        try {
            if (!flight.tryLock(deadline.left().toMillis(), TimeUnit.MILLISECONDS)) {
                throw late();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw late();
        }
    }

    private SignInException late() {
        return LoginChannel.late(endpoints.login().origin());
    }
}
