// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

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
    private volatile Optional<PasswordHash> good = Optional.empty();

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
        } else {
            look();
        }
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }

    /** Deletes the file whose password was changed meanwhile, at another replica perhaps. */
    void watch() {
        try {
            look();
        } catch (FailedException | RuntimeException e) {
            LOG.debug("the next look may tell more of the first password", e);
        }
    }

    private void look() throws FailedException {
        if (Files.exists(file) && !isGood()) {
            forget();
        }
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
        good = Optional.of(hash);
    }

    private boolean isGood() throws FailedException {
        Optional<AccountStore.Known> admin =
                accounts.find(NAME).filter(known -> known.account().mustChange());
        return admin.isPresent() && isOf(admin.get().password());
    }

    /** Compared by its hash once; a look each minute must not take the time of a sign-in. */
    private boolean isOf(PasswordHash hash) throws FailedException {
        if (!good.equals(Optional.of(hash))) {
            try {
                Optional<Password> written = PasswordFile.password(file);
                good = written.isPresent() && hasher.matches(written.get(), hash)
                        ? Optional.of(hash)
                        : Optional.empty();
            } catch (IOException e) {
                throw DataFolder.failed("the file " + file + " cannot be read", e);
            } catch (BusyException e) {
                LOG.debug("the next look compares the first password", e);
                return true;
            }
        }
        return good.isPresent();
    }

    private void forget() throws FailedException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw DataFolder.failed("the file " + file + " cannot be deleted", e);
        }
    }
}
