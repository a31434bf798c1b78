// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.audit.Actor;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code token revoke}: the token is refused from the next request on. */
@CommandLine.Command(name = "revoke", mixinStandardHelpOptions = true, description = "Revokes a token.")
final class TokenRevokeCommand implements Command {

    @Mixin
    private final TokenCommand.Folder folder = new TokenCommand.Folder();

    @Parameters(paramLabel = "ID", description = "the token's number, as token list shows it")
    private long id;

    @Override
    public void run(PrintStream out) throws FailedException {
        folder.use(tokens -> {
            if (!tokens.revoke(id, Actor.COMMAND)) {
                throw new FailedException(
                        ExitCode.USAGE, "no-token", "there is no token " + id + "; token list shows all");
            }
        });
        out.println("revoked " + id);
    }
}
