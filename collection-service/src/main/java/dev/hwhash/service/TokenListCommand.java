// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.token.Token;
import java.io.PrintStream;
import java.time.Instant;
import java.util.OptionalLong;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code token list}: a line for each token, its cells separated by tabs, the name last. */
@CommandLine.Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the tokens.")
final class TokenListCommand implements Command {

    @Mixin
    private final TokenCommand.Folder folder = new TokenCommand.Folder();

    @Override
    public void run(PrintStream out) throws FailedException {
        folder.use(tokens -> {
            out.println("id\tkind\tcreated\texpires\tuses\tstate\tname");
            tokens.all().forEach(token -> out.println(line(token, Instant.now())));
        });
    }

    private static String line(Token token, Instant now) {
        OptionalLong limit = token.useLimit();
        String uses = token.uses() + (limit.isPresent() ? "/" + limit.getAsLong() : "");
        String expires = token.expiresAt().map(Instant::toString).orElse("never");
        String state = token.revokedAt().isPresent() ? "revoked" : token.isValid(now) ? "valid" : "expired";
        return String.join(
                "\t",
                Long.toString(token.id()),
                token.kind().toString(),
                token.createdAt().toString(),
                expires,
                uses,
                state,
                token.name());
    }
}
