// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import java.io.PrintStream;
import picocli.CommandLine;

/** {@code account}: for an administrator whom the page does not let in. */
@CommandLine.Command(
        name = "account",
        mixinStandardHelpOptions = true,
        subcommands = AccountResetCommand.class,
        description = "Looks after the accounts of the page.")
final class AccountCommand implements Command {

    @Override
    public void run(PrintStream out) throws FailedException {
        throw new FailedException(ExitCode.USAGE, "command-line", "account needs a word: reset");
    }
}
