// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.account;

import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.token.TokenHash;
import java.time.Instant;
import java.util.Optional;

/** Where sessions are kept. For use by many threads at once. */
public interface SessionStore {

    /**
     * Keeps a new one, and writes into the audit log that somebody signed in.
     *
     * @param hash of its secret
     * @param account whose it is
     * @param password as it was when it was compared
     * @param actor who signs in
     * @param now the time
     * @return false where the account was disabled or got another password meanwhile
     */
    boolean add(TokenHash hash, long account, PasswordHash password, Actor actor, Instant now);

    /**
     * Looks a session up.
     *
     * @param hash of its secret
     * @return empty where there is none; one that is over may still be there
     */
    Optional<Session> find(TokenHash hash);

    /**
     * Writes down that somebody is there. Where the disk takes no write nothing happens: he may still look.
     *
     * @param hash of the session's secret
     * @param now the time
     */
    void seen(TokenHash hash, Instant now);

    /**
     * Ends a session, and writes into the audit log that somebody signed out.
     *
     * @param hash of its secret
     * @param address from where
     * @param now the time
     * @return false where there was none
     */
    boolean end(TokenHash hash, String address, Instant now);

    /**
     * Forgets sessions that are over.
     *
     * @param created those that began then or before
     * @param seen those in which nothing was asked for after that
     */
    void sweep(Instant created, Instant seen);
}
