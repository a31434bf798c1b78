// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.account;

import dev.hwhash.service.audit.Actor;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks after the accounts of others. Thread-safe. */
public final class AccountDesk {

    private final AccountStore accounts;
    private final PasswordHasher hasher;
    private final Consumer<AccountName> changed;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * Makes one.
     *
     * @param accounts who there is
     * @param hasher hashes the passwords that are made up
     * @param changed is told whose password is another one
     * @param clock says when
     */
    public AccountDesk(AccountStore accounts, PasswordHasher hasher, Consumer<AccountName> changed, Clock clock) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.changed = changed;
        this.clock = clock;
    }

    /**
     * A password that was made up for somebody, who must change it.
     *
     * @param name of his account
     * @param password the only copy
     */
    public record Issued(AccountName name, Password password) {}

    /**
     * Returns every account.
     *
     * @return by name
     */
    public List<Account> all() {
        return accounts.all();
    }

    /**
     * Makes an account.
     *
     * @param name by which somebody will sign in
     * @param role what he may do
     * @param actor who makes it
     * @return his first password; empty where there is an account of that name
     * @throws BusyException if too many passwords are looked at already
     */
    public Optional<Issued> make(AccountName name, Role role, Actor actor) throws BusyException {
        Password password = Password.random(random);
        return accounts.add(name, role, hasher.hash(password), actor, clock.instant())
                .map(account -> new Issued(account.name(), password));
    }

    /**
     * Gives somebody a new password, and ends his sessions.
     *
     * @param id the number of his account
     * @param actor who does it
     * @return the password; empty where there is no such account
     * @throws BusyException if too many passwords are looked at already
     */
    public Optional<Issued> reset(long id, Actor actor) throws BusyException {
        Optional<AccountName> name =
                accounts.find(id).map(known -> known.account().name());
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Password password = Password.random(random);
        if (accounts.reset(id, hasher.hash(password), actor, clock.instant()) != AccountChange.DONE) {
            return Optional.empty();
        }
        changed.accept(name.get());
        return Optional.of(new Issued(name.get(), password));
    }

    /**
     * Gives somebody another role.
     *
     * @param id the number of his account
     * @param role what he may do from now on
     * @param actor who does it
     * @return what became of it
     */
    public AccountChange role(long id, Role role, Actor actor) {
        return accounts.role(id, role, actor, clock.instant());
    }

    /**
     * Keeps somebody out, or lets him in again.
     *
     * @param id the number of his account
     * @param disabled whether he is kept out
     * @param actor who does it
     * @return what became of it
     */
    public AccountChange disabled(long id, boolean disabled, Actor actor) {
        return accounts.disabled(id, disabled, actor, clock.instant());
    }
}
