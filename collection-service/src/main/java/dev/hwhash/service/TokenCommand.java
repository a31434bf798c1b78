// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.SqlTokens;
import dev.hwhash.service.store.StoreException;
import dev.hwhash.service.token.TokenMaker;
import java.io.PrintStream;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code token}: makes, lists and revokes tokens, beside a running service or without one. */
@CommandLine.Command(
        name = "token",
        mixinStandardHelpOptions = true,
        subcommands = {TokenCreateCommand.class, TokenListCommand.class, TokenRevokeCommand.class},
        description = "Makes, lists and revokes tokens.")
final class TokenCommand implements Command {

    @Override
    public void run(PrintStream out) throws FailedException {
        throw new FailedException(ExitCode.USAGE, "command-line", "token needs a word: create, list or revoke");
    }

    /** Where they are, for each of the subcommands. */
    static final class Folder {

        @Mixin
        private final DatabaseOptions where = new DatabaseOptions();

        /** Does something with the tokens. */
        void use(Task task) throws FailedException {
            Log.toStderr();
            try (Database database = Database.open(where.existing())) {
                task.run(new TokenMaker(new SqlTokens(database), Clock.systemUTC()));
            } catch (StoreException e) {
                throw new FailedException(ExitCode.NOT_WRITTEN, "database", e.words());
            }
        }
    }

    /** What is done with the tokens. */
    interface Task {

        void run(TokenMaker tokens) throws FailedException;
    }
}
