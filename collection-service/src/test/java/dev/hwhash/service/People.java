// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.PageClient.Reply;
import dev.hwhash.service.account.AccountName;
import dev.hwhash.service.account.AccountStore;
import dev.hwhash.service.account.BusyException;
import dev.hwhash.service.account.Password;
import dev.hwhash.service.account.PasswordHash;
import dev.hwhash.service.account.PasswordHasher;
import dev.hwhash.service.account.Role;
import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.DatabaseLocation;
import dev.hwhash.service.store.SqlAccounts;
import dev.hwhash.service.store.TestDatabase;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The accounts of a service: one of each role, named as the role, put beside it into its database as if each had chosen
 * a password already.
 */
public final class People {

    private static final Pattern GIVEN = Pattern.compile("[2-9a-z]{5}(-[2-9a-z]{5}){4}");
    private static final PasswordHasher HASHER = new PasswordHasher();

    private final ServiceProcess service;
    private final HttpClient.Builder http;

    private People(ServiceProcess service, HttpClient.Builder http) {
        this.service = service;
        this.http = http;
    }

    /** Makes an account of each role; the service's first one gets a password too. */
    public static People of(ServiceProcess service) {
        return of(service, HttpClient.newBuilder());
    }

    /** The same for a client that trusts the service's certificate. */
    public static People of(ServiceProcess service, HttpClient.Builder http) {
        People people = new People(service, http);
        people.stored(store -> settle(store, "admin"));
        people.make("approver", Role.APPROVER);
        people.make("viewer", Role.VIEWER);
        return people;
    }

    /** The password in the file that the service names at its first start. */
    public static String firstPassword(ServiceProcess service) {
        return SignedIn.password(firstPasswordFile(service));
    }

    public static Path firstPasswordFile(ServiceProcess service) {
        return service.data().resolve("first-password.txt");
    }

    /** The first text that a service could have made up as a password. */
    public static String given(String text) {
        return GIVEN.matcher(text)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no password was given"));
    }

    /** The password of each account that is made here. */
    public static String password(String name) {
        return "the password of " + name;
    }

    /** Somebody new who has signed in as the account of a role. */
    public PageClient signedIn(Role role) {
        return signedIn(role.toString());
    }

    /** Somebody new who has signed in by his name. */
    public PageClient signedIn(String name) {
        PageClient client = stranger();
        Reply reply = signIn(client, name, password(name));
        if (reply.status() != 303) {
            throw new IllegalStateException("no sign-in as " + name + ": " + reply);
        }
        return client;
    }

    /** Somebody who has not signed in. */
    public PageClient stranger() {
        return PageClient.of(service.url(), http);
    }

    /** Fills the form of the sign-in. */
    public static Reply signIn(PageClient client, String name, String password) {
        return client.post("/sign-in", "/sign-in", Map.of("name", name, "password", password));
    }

    /** Makes an account whose owner has changed the password that he was given. */
    public void make(String name, Role role) {
        account(service.data(), role, name);
    }

    /** The same beside any service; returns the password. */
    public static Password account(Path data, Role role, String name) {
        return account(TestDatabase.at(data.resolve("hwhash.db")), role, name);
    }

    /** The same in any database of a service. */
    public static Password account(DatabaseLocation where, Role role, String name) {
        stored(where, store -> {
            store.add(new AccountName(name), role, hash("given to " + name), Actor.SERVICE, Instant.now());
            settle(store, name);
        });
        return new Password(password(name));
    }

    /** Makes an account whose owner has still to change his password. */
    public void invite(String name, Role role) {
        stored(store -> store.add(new AccountName(name), role, hash(password(name)), Actor.SERVICE, Instant.now()));
    }

    /** Takes somebody's account away from him. */
    public void disable(String name) {
        stored(store -> store.disabled(id(store, name), true, Actor.SERVICE, Instant.now()));
    }

    /** Gives somebody another role. */
    public void give(String name, Role role) {
        stored(store -> store.role(id(store, name), role, Actor.SERVICE, Instant.now()));
    }

    private static void settle(AccountStore store, String name) {
        AccountStore.Known known = store.find(new AccountName(name)).orElseThrow();
        store.change(known.account().id(), known.password(), hash(password(name)), Actor.SERVICE, Instant.now());
    }

    private static long id(AccountStore store, String name) {
        return store.find(new AccountName(name)).orElseThrow().account().id();
    }

    private static PasswordHash hash(String password) {
        try {
            return HASHER.hash(new Password(password));
        } catch (BusyException e) {
            throw new IllegalStateException(e);
        }
    }

    private void stored(Consumer<AccountStore> work) {
        stored(TestDatabase.at(service.data().resolve("hwhash.db")), work);
    }

    private static void stored(DatabaseLocation where, Consumer<AccountStore> work) {
        try (Database database = Database.open(where)) {
            work.accept(new SqlAccounts(database));
        }
    }
}
