// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.login;

import dev.hwhash.registration.fake.login.Token.Audience;
import dev.hwhash.registration.fake.login.Token.Kind;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One tenant with one app: its credentials, and the tokens that were given out. Thread-safe. */
public final class Directory {

    /** The tenant's id. */
    public static final String TENANT = "7f1c3f3e-4a7b-4d5e-9c1d-1f0e2d3c4b5a";
    /** The tenant's other name. */
    public static final String DOMAIN = "contoso.example";
    /** The app's id. */
    public static final String CLIENT_ID = "0b9d7c52-6f4e-4c3b-8a2d-5e6f7a8b9c0d";
    /** The app's secret. */
    public static final String CLIENT_SECRET = "fake-secret-1~Q8";

    private static final Set<String> NAMES = Set.of(TENANT, DOMAIN, "organizations", "common");

    private final Map<String, Token> tokens = new HashMap<>();
    private final Map<String, Kind> refreshTokens = new HashMap<>();
    private final List<X509Certificate> certificates = new ArrayList<>();
    private final Set<String> assertionIds = new HashSet<>();
    private final InstantSource clock;
    private final Duration lifetime;
    private boolean secretExpired;

    /**
     * Makes a directory.
     *
     * @param clock the time
     * @param lifetime of access tokens
     */
    public Directory(InstantSource clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    static boolean isTenant(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    Duration lifetime() {
        return lifetime;
    }

    /**
     * Takes a certificate for the app.
     *
     * @param certificate with the public key of its assertions
     */
    public synchronized void register(X509Certificate certificate) {
        certificates.add(certificate);
    }

    synchronized List<X509Certificate> certificates() {
        return List.copyOf(certificates);
    }

    /** Lets the app's secret end. */
    public synchronized void expireSecret() {
        secretExpired = true;
    }

    synchronized boolean secretExpired() {
        return secretExpired;
    }

    /** Tells whether an assertion comes for the first time. */
    synchronized boolean firstUse(String assertionId) {
        return assertionIds.add(assertionId);
    }

    /**
     * Gives out an access token.
     *
     * @param audience who shall take it
     * @param kind who stands behind it
     * @return a new token
     */
    public synchronized Token issue(Audience audience, Kind kind) {
        Token token = new Token(
                "fake." + UUID.randomUUID(),
                audience,
                kind,
                CLIENT_ID,
                clock.instant().plus(lifetime));
        tokens.put(token.text(), token);
        return token;
    }

    /**
     * Gives out a refresh token, as if a user had signed in.
     *
     * @param kind who signed in
     * @return a new token
     */
    public synchronized String issueRefreshToken(Kind kind) {
        String text = "fake-refresh." + UUID.randomUUID();
        refreshTokens.put(text, kind);
        return text;
    }

    /** Returns who stands behind a refresh token; empty where it does not count. */
    synchronized Optional<Kind> redeem(String refreshToken) {
        return Optional.ofNullable(refreshTokens.get(refreshToken));
    }

    /** Lets every access token end. */
    public synchronized void expireAccessTokens() {
        tokens.replaceAll(
                (text, token) -> new Token(text, token.audience(), token.kind(), token.clientId(), clock.instant()));
    }

    /** Lets every refresh token end, as when a user's sessions are revoked. */
    public synchronized void revokeSessions() {
        refreshTokens.clear();
        expireAccessTokens();
    }

    /**
     * Reads an Authorization header.
     *
     * @param authorization as it came; empty for none
     * @return the token that was given out under that text, expired or not; empty for none such
     */
    public synchronized Optional<Token> token(String authorization) {
        return authorization.startsWith("Bearer ")
                ? Optional.ofNullable(tokens.get(authorization.substring("Bearer ".length())))
                : Optional.empty();
    }

    /**
     * Tells whether a token still counts.
     *
     * @param token that was given out
     * @return whether its time has not come
     */
    public boolean valid(Token token) {
        return clock.instant().isBefore(token.expires());
    }
}
