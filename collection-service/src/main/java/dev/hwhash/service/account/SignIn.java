// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.account;

import dev.hwhash.service.audit.Actor;
import java.net.InetAddress;
import java.util.Optional;

/** Lets people in by name and password. Thread-safe. */
public final class SignIn {

    private final AccountStore accounts;
    private final PasswordHasher hasher;
    private final Sessions sessions;
    private final SignInLimits limits;
    private final RefusedSignIns refused;

    /**
     * Makes one.
     *
     * @param accounts who there is
     * @param hasher compares passwords
     * @param sessions what begins
     * @param limits how often somebody may fail
     * @param refused is told of failures
     */
    public SignIn(
            AccountStore accounts,
            PasswordHasher hasher,
            Sessions sessions,
            SignInLimits limits,
            RefusedSignIns refused) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.sessions = sessions;
        this.limits = limits;
        this.refused = refused;
    }

    /** What became of a try. */
    public sealed interface Outcome {

        /**
         * He is in.
         *
         * @param secret for his browser; the only copy
         */
        record Entered(SessionSecret secret) implements Outcome {}

        /** No account has that name and password; of one that is disabled no more is said. */
        record Refused() implements Outcome {}

        /** He, or somebody with the same name in mind, has failed too often of late. */
        record TooMany() implements Outcome {}
    }

    /**
     * Tries a name and a password. All that fails takes the same steps, whether the name is known or not.
     *
     * @param nameText as it was typed
     * @param password as it was typed
     * @param address from where
     * @return what became of it
     * @throws BusyException if too many passwords are looked at already; the try does not count
     */
    public Outcome enter(String nameText, Password password, InetAddress address) throws BusyException {
        Optional<AccountName> name = AccountName.of(nameText.strip());
        if (name.isEmpty()) {
            return limits.allows(address) && limits.failed(address) ? new Outcome.Refused() : new Outcome.TooMany();
        }
        if (!limits.allows(name.get(), address)) {
            refused.tooMany(address);
            return new Outcome.TooMany();
        }
        return compare(name.get(), password, address);
    }

    private Outcome compare(AccountName name, Password password, InetAddress address) throws BusyException {
        Optional<AccountStore.Known> known = accounts.find(name);
        Optional<SessionSecret> secret;
        try {
            secret = matches(known, password) ? begin(known.orElseThrow(), password, address) : Optional.empty();
        } catch (BusyException e) {
            limits.forgive(name, address);
            throw e;
        }
        if (secret.isEmpty()) {
            limits.failed(name, address);
            refused.refused(known.map(AccountStore.Known::account), address);
            return new Outcome.Refused();
        }
        limits.forgive(name, address);
        return new Outcome.Entered(secret.get());
    }

    /** An unknown name costs as much time as a known one. */
    private boolean matches(Optional<AccountStore.Known> known, Password password) throws BusyException {
        Password bounded = password.isTooLong() ? new Password("") : password;
        if (known.isEmpty()) {
            hasher.hash(bounded);
            return false;
        }
        return hasher.matches(bounded, known.get().password());
    }

    private Optional<SessionSecret> begin(AccountStore.Known known, Password password, InetAddress address)
            throws BusyException {
        Account account = known.account();
        if (account.disabled()) {
            return Optional.empty();
        }
        PasswordHash hash = known.password();
        if (hasher.isOutdated(hash)) {
            PasswordHash renewed = hasher.hash(password);
            accounts.rehash(account.id(), hash, renewed);
            hash = renewed;
        }
        return sessions.begin(account, hash, new Actor(account.name().text(), address.getHostAddress()));
    }
}
