// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.account.Account;
import dev.hwhash.service.account.AccountName;
import dev.hwhash.service.account.AccountStore;
import dev.hwhash.service.account.BusyException;
import dev.hwhash.service.account.Password;
import dev.hwhash.service.account.PasswordHash;
import dev.hwhash.service.account.PasswordHasher;
import dev.hwhash.service.account.Role;
import dev.hwhash.service.audit.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first account and the file of its password, which is there until it was changed. Thread-safe. */
final class FirstPassword {

    private static final Logger LOG = LoggerFactory.getLogger(FirstPassword.class);
    private static final AccountName NAME = new AccountName("admin");

    private final Path file;
    private final AccountStore accounts;
    private final PasswordHasher hasher;
    private final Clock clock;

    FirstPassword(Path file, AccountStore accounts, PasswordHasher hasher, Clock clock) {
        this.file = file;
        this.accounts = accounts;
        this.hasher = hasher;
        this.clock = clock;
    }

    /** Makes the account where there was never any; returns the file as long as its password is good. */
    Optional<Path> prepared() throws FailedException {
        if (accounts.all().isEmpty()) {
            // A start may have been cut between the file and the database.
            forget();
            make();
        } else if (Files.exists(file) && !mustChange()) {
            forget();
        }
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }

    /** Deletes the file once its password is none any more. */
    void changed(AccountName name) {
        if (!name.key().equals(NAME.key())) {
            return;
        }
        try {
            forget();
        } catch (FailedException e) {
            LOG.atWarn()
                    .addKeyValue("event", "file-left")
                    .addKeyValue("file", file.toString())
                    .log("the file of the first password is of no more use and could not be deleted");
        }
    }

    private void make() throws FailedException {
        Password password = Password.random(new SecureRandom());
        PasswordHash hash;
        try {
            hash = hasher.hash(password);
        } catch (BusyException e) {
            throw new AssertionError("nobody else signs in before the service is ready", e);
        }
        PasswordFile.write(file, NAME, password);
        accounts.add(NAME, Role.ADMIN, hash, Actor.SERVICE, clock.instant());
    }

    private boolean mustChange() {
        return accounts.find(NAME)
                .map(AccountStore.Known::account)
                .filter(Account::mustChange)
                .isPresent();
    }

    private void forget() throws FailedException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw DataFolder.failed("the file " + file + " cannot be deleted", e);
        }
    }
}
