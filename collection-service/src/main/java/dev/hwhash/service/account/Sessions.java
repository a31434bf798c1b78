// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.account;

import dev.hwhash.service.audit.Actor;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Begins, finds and ends sessions. Thread-safe. */
public final class Sessions {

    private final SessionStore store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * Makes one.
     *
     * @param store where sessions are kept
     * @param clock says which are over
     */
    public Sessions(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Begins a session; those that are over are forgotten.
     *
     * @param account who signs in
     * @param password as it was when it was compared
     * @param actor who signs in, for the audit log
     * @return the only copy of its secret; empty where the account changed meanwhile
     */
    Optional<SessionSecret> begin(Account account, PasswordHash password, Actor actor) {
        Instant now = clock.instant();
        store.sweep(now.minus(Session.LONGEST), now.minus(Session.IDLE));
        SessionSecret secret = secret();
        return store.add(secret.hash(), account.id(), password, actor, now) ? Optional.of(secret) : Optional.empty();
    }

    /**
     * Makes a secret for one who has not signed in.
     *
     * @return of no session
     */
    public SessionSecret secret() {
        return SessionSecret.random(random);
    }

    /**
     * Looks a session up.
     *
     * @param secret as the browser holds it
     * @return empty where there is none, or it is over
     */
    public Optional<Session> find(SessionSecret secret) {
        Instant now = clock.instant();
        Optional<Session> session = store.find(secret.hash()).filter(each -> each.isValid(now));
        if (session.isPresent() && session.get().isToBeSeen(now)) {
            store.seen(secret.hash(), now);
        }
        return session;
    }

    /**
     * Returns whether a session lasts. Not taken as a sign that somebody is there: for what a page asks by itself.
     *
     * @param secret as the browser holds it
     * @return false where there is none, or it is over
     */
    public boolean lasts(SessionSecret secret) {
        return store.find(secret.hash())
                .filter(each -> each.isValid(clock.instant()))
                .isPresent();
    }

    /**
     * Ends a session.
     *
     * @param secret as the browser holds it
     * @param address from where
     * @return false where there was none
     */
    public boolean end(SessionSecret secret, String address) {
        return store.end(secret.hash(), address, clock.instant());
    }
}
