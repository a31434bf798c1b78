// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.account;

import dev.hwhash.service.audit.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where accounts are kept. What changes one writes its entry into the audit log with it, and is on disk when it returns;
 * what takes something from an account ends its sessions too. For use by many threads at once.
 */
public interface AccountStore {

    /**
     * An account with what is kept of its password.
     *
     * @param account the account
     * @param password its password's hash
     */
    record Known(Account account, PasswordHash password) {}

    /**
     * Returns every account.
     *
     * @return by name
     */
    List<Account> all();

    /**
     * Looks an account up.
     *
     * @param name in any case
     * @return empty where there is none
     */
    Optional<Known> find(AccountName name);

    /**
     * Looks an account up.
     *
     * @param id its number
     * @return empty where there is none
     */
    Optional<Known> find(long id);

    /**
     * Keeps a new one, whose password must be changed.
     *
     * @param name by which somebody will sign in
     * @param role what he may do
     * @param password what is kept of his first password
     * @param actor who makes it
     * @param now the time
     * @return empty where there is one of that name
     */
    Optional<Account> add(AccountName name, Role role, PasswordHash password, Actor actor, Instant now);

    /**
     * Gives an account another role.
     *
     * @param id its number
     * @param role what he may do from now on
     * @param actor who changes it
     * @param now the time
     * @return what became of it
     */
    AccountChange role(long id, Role role, Actor actor, Instant now);

    /**
     * Keeps somebody out, or lets him in again.
     *
     * @param id the account's number
     * @param disabled whether he is kept out
     * @param actor who changes it
     * @param now the time
     * @return what became of it
     */
    AccountChange disabled(long id, boolean disabled, Actor actor, Instant now);

    /**
     * Gives an account a password that somebody else knows.
     *
     * @param id its number
     * @param password what is kept of it; must be changed
     * @param actor who changes it
     * @param now the time
     * @return what became of it
     */
    AccountChange reset(long id, PasswordHash password, Actor actor, Instant now);

    /**
     * Gives an account its owner's new password.
     *
     * @param id its number
     * @param before what is kept so far
     * @param password what is kept from now on
     * @param actor its owner
     * @param now the time
     * @return false where it got another one meanwhile
     */
    boolean change(long id, PasswordHash before, PasswordHash password, Actor actor, Instant now);

    /**
     * Keeps the same password by today's parameters. No change that anybody has to know of.
     *
     * @param id the account's number
     * @param before what is kept so far; where it is another one, nothing happens
     * @param password what is kept from now on
     */
    void rehash(long id, PasswordHash before, PasswordHash password);
}
