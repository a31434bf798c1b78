// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.account;

import dev.hwhash.service.audit.Actor;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets people give themselves another password. Thread-safe. */
public final class OwnPassword {

    private final AccountStore accounts;
    private final PasswordHasher hasher;
    private final Sessions sessions;
    private final SignInLimits limits;
    private final Consumer<AccountName> changed;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param accounts who there is
     * @param hasher compares and hashes
     * @param sessions what begins anew
     * @param limits how often somebody may fail, as at the sign-in
     * @param changed is told whose password is another one
     * @param clock says when
     */
    public OwnPassword(
            AccountStore accounts,
            PasswordHasher hasher,
            Sessions sessions,
            SignInLimits limits,
            Consumer<AccountName> changed,
            Clock clock) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.sessions = sessions;
        this.limits = limits;
        this.changed = changed;
        this.clock = clock;
    }

    /**
     * What somebody typed.
     *
     * @param current his password so far
     * @param password the one he wants
     * @param repeat the same
     */
    public record Wish(Password current, Password password, Password repeat) {}

    /** What became of it. */
    public sealed interface Outcome {

        /**
         * It is done; all his sessions are over.
         *
         * @param secret of a new session; empty where the account changed meanwhile once more
         */
        record Changed(Optional<SessionSecret> secret) implements Outcome {}

        /**
         * It is as before.
         *
         * @param fault why
         */
        record Refused(PasswordFault fault) implements Outcome {}

        /** The password so far was wrong too often of late. */
        record TooMany() implements Outcome {}
    }

    /**
     * Gives an account another password.
     *
     * @param id the account of who asks
     * @param wish what he typed
     * @param address from where
     * @return what became of it
     * @throws BusyException if too many passwords are looked at already
     */
    public Outcome change(long id, Wish wish, InetAddress address) throws BusyException {
        Optional<AccountStore.Known> known = accounts.find(id);
        if (known.isEmpty()) {
            return new Outcome.Refused(PasswordFault.WRONG_CURRENT);
        }
        AccountName name = known.get().account().name();
        Optional<PasswordFault> fault = fault(name, wish);
        if (fault.isPresent()) {
            return new Outcome.Refused(fault.get());
        }
        if (!limits.allows(name, address)) {
            return new Outcome.TooMany();
        }
        return compared(known.get(), wish, address);
    }

    private static Optional<PasswordFault> fault(AccountName name, Wish wish) {
        if (!wish.password().equals(wish.repeat())) {
            return Optional.of(PasswordFault.NOT_REPEATED);
        }
        return wish.current().isTooLong()
                ? Optional.of(PasswordFault.WRONG_CURRENT)
                : wish.password().fault(name, wish.current());
    }

    private Outcome compared(AccountStore.Known known, Wish wish, InetAddress address) throws BusyException {
        Account account = known.account();
        try {
            if (!hasher.matches(wish.current(), known.password())) {
                limits.failed(account.name(), address);
                return new Outcome.Refused(PasswordFault.WRONG_CURRENT);
            }
        } catch (BusyException e) {
            limits.forgive(account.name(), address);
            throw e;
        }
        limits.forgive(account.name(), address);
        PasswordHash hash = hasher.hash(wish.password());
        Actor actor = new Actor(account.name().text(), address.getHostAddress());
        if (!accounts.change(account.id(), known.password(), hash, actor, clock.instant())) {
            return new Outcome.Refused(PasswordFault.WRONG_CURRENT);
        }
        changed.accept(account.name());
        return new Outcome.Changed(sessions.begin(account, hash, actor));
    }
}
