// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.store.DatabaseLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the data are: in a folder, or in PostgreSQL. */
final class DatabaseOptions {

    static final String PASSWORD = "HWHASH_DATABASE_PASSWORD";

    /** Not required for picocli, which would ask it of the subcommands too. */
    @Option(names = "--data", paramLabel = "DIR", description = "folder of the service's files and of its own database")
    private @Nullable Path data;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "instead of the folder's own: postgresql://USER@HOST/DATABASE")
    private @Nullable String database;

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description = "first line: the password of that user; default: the variable " + PASSWORD)
    private @Nullable Path passwordFile;

    /** The folder; the service needs one with each database. */
    Path folder() throws FailedException {
        if (data == null) {
            throw usage("--data is missing; name the folder of the service's files");
        }
        return data;
    }

    /** The folder, where one is named. */
    Optional<Path> anyFolder() {
        return Optional.ofNullable(data);
    }

    /** PostgreSQL, where it is named. */
    Optional<DatabaseLocation.PostgreSql> server() throws FailedException {
        if (database == null) {
            if (passwordFile != null) {
                throw usage("--database-password-file needs --database");
            }
            return Optional.empty();
        }
        return Optional.of(DatabaseUrl.of(database, password(passwordFile)));
    }

    /** A database that a service has made. */
    DatabaseLocation existing() throws FailedException {
        Optional<DatabaseLocation.PostgreSql> server = server();
        return server.isPresent() ? server.get() : DataFolder.existing(folder()).database();
    }

    /** What the first line of a file has; without a file, the variable. */
    static String password(@Nullable Path passwordFile) throws FailedException {
        if (passwordFile == null) {
            return Optional.ofNullable(System.getenv(PASSWORD)).orElse("");
        }
        try {
            return Files.readString(passwordFile).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new FailedException(
                    ExitCode.USAGE,
                    "database-password",
                    "the file " + passwordFile + " cannot be read ("
                            + e.getClass().getSimpleName() + "); it has to hold the password on its first line");
        }
    }

    private static FailedException usage(String words) {
        return new FailedException(ExitCode.USAGE, "command-line", words);
    }
}
