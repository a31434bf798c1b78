// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import java.io.PrintStream;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line: without a word the service runs. */
@CommandLine.Command(
        name = "hwhash-collection-service",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {TokenCommand.class, AccountCommand.class, ExportCommand.class, MigrateCommand.class},
        description = "Receives the reports of hwhash and keeps them in a database.")
final class ServiceCommand implements Command {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "how agents reach the service; for the token's file")
    private @Nullable String publicUrl;

    @Mixin
    private final ListenOptions listen = new ListenOptions();

    @Mixin
    private final RegistrationOptions registration = new RegistrationOptions();

    static CommandLine line() {
        return new CommandLine(new ServiceCommand())
                .setPosixClusteredShortOptionsAllowed(false)
                .setAbbreviatedOptionsAllowed(false);
    }

    @Override
    public void run(PrintStream out) throws FailedException {
        Optional<URI> url = publicUrl == null ? Optional.empty() : Optional.of(ServiceUrl.of(publicUrl));
        Settings settings =
                new Settings(database.folder(), database.server(), listen.settings(), url, registration.settings());
        Log.toStderr();
        Service.start(settings, out).awaitStop();
    }
}
