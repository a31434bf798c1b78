// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.token.NewToken;
import dev.hwhash.service.token.TokenKind;
import dev.hwhash.service.token.TokenSecret;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code token create}: writes a token to a file for its owner alone; it is never printed. */
@CommandLine.Command(name = "create", mixinStandardHelpOptions = true, description = "Makes a token.")
final class TokenCreateCommand implements Command {

    private static final long MOST_DAYS = 36_500;

    @Mixin
    private final TokenCommand.Folder folder = new TokenCommand.Folder();

    @Option(names = "--kind", required = true, paramLabel = "KIND", description = "enrolment, export or admin")
    @SuppressWarnings("NullAway.Init")
    private String kind;

    @Option(names = "--name", paramLabel = "N", description = "what people call it")
    private String name = "";

    @Option(names = "--expires", paramLabel = "DAYS", description = "days until it is refused; default: never")
    private @Nullable Long days;

    @Option(
            names = "--uses",
            paramLabel = "N",
            description = "how many new reports it may bring in; default: any number")
    private @Nullable Long uses;

    @Option(names = "--service", paramLabel = "URL", description = "how agents reach the service; for the token's file")
    private String service = "http://127.0.0.1:8080";

    @Option(names = "-o", required = true, paramLabel = "FILE", description = "new file for the token")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    public void run(PrintStream out) throws FailedException {
        NewToken wanted = wanted();
        String url = ServiceUrl.of(service).toString();
        folder.use(tokens -> {
            TokenSecret secret = tokens.secret(wanted.kind());
            // The file first: a token that nobody has is worse than a file whose token is not known yet.
            TokenFile.write(file, url, secret);
            tokens.keep(wanted, secret, Actor.COMMAND);
        });
        out.println(file);
    }

    private NewToken wanted() throws FailedException {
        Optional<TokenKind> known = TokenKind.named(kind);
        if (known.isEmpty()) {
            throw usage("--kind takes enrolment, export or admin, not " + kind);
        }
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            throw usage("--expires takes 1 to " + MOST_DAYS + " days, not " + days);
        }
        Optional<Instant> expires =
                Optional.ofNullable(days).map(each -> Instant.now().plus(Duration.ofDays(each)));
        try {
            return new NewToken(
                    known.get(), name, expires, uses == null ? OptionalLong.empty() : OptionalLong.of(uses));
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private static FailedException usage(String words) {
        return new FailedException(ExitCode.USAGE, "command-line", words);
    }
}
