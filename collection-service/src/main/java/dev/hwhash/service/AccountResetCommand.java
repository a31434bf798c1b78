// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.account.AccountName;
import dev.hwhash.service.account.AccountStore;
import dev.hwhash.service.account.BusyException;
import dev.hwhash.service.account.Password;
import dev.hwhash.service.account.PasswordHash;
import dev.hwhash.service.account.PasswordHasher;
import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.SqlAccounts;
import dev.hwhash.service.store.StoreException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code account reset}: writes a new password to a file for its owner alone, beside a running service or without one; it
 * is never printed, and must be changed at the next sign-in. An account that is disabled stays so.
 */
@CommandLine.Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Gives an account a new password and ends its sessions.")
final class AccountResetCommand implements Command {

    @Mixin
    private final DatabaseOptions where = new DatabaseOptions();

    @Parameters(paramLabel = "NAME", description = "the name that the account signs in by")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(names = "-o", required = true, paramLabel = "FILE", description = "new file for the password")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    public void run(PrintStream out) throws FailedException {
        Log.toStderr();
        PasswordHasher hasher = new PasswordHasher();
        try (Database database = Database.open(where.existing())) {
            AccountStore accounts = new SqlAccounts(database);
            AccountName known = reset(accounts, hasher);
            if (where.anyFolder().isPresent()) {
                Path folder = where.anyFolder().get();
                new FirstPassword(DataFolder.firstPassword(folder), accounts, hasher, Clock.systemUTC()).changed(known);
            }
        } catch (StoreException e) {
            throw new FailedException(ExitCode.NOT_WRITTEN, "database", e.words());
        } catch (BusyException e) {
            throw new AssertionError("nobody else hashes in this process", e);
        }
        out.println(file);
    }

    private AccountName reset(AccountStore accounts, PasswordHasher hasher) throws FailedException, BusyException {
        Optional<AccountStore.Known> known = AccountName.of(name).flatMap(accounts::find);
        if (known.isEmpty()) {
            throw new FailedException(
                    ExitCode.USAGE,
                    "no-account",
                    "there is no account " + name + "; the first one that a service makes is admin");
        }
        AccountName found = known.get().account().name();
        Password password = Password.random(new SecureRandom());
        PasswordHash hash = hasher.hash(password);
        // The file first: a password that nobody has is worse than a file whose password is not taken yet.
        PasswordFile.write(file, found, password);
        accounts.reset(
                known.get().account().id(),
                hash,
                Actor.COMMAND,
                Clock.systemUTC().instant());
        return found;
    }
}
