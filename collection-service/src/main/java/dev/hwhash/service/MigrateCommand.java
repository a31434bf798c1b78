// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.store.DatabaseLocation;
import dev.hwhash.service.store.StoreException;
import dev.hwhash.service.store.migration.ComparedTable;
import dev.hwhash.service.store.migration.DataMigration;
import dev.hwhash.service.store.migration.MigrationOutcome;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code migrate}: the data of a folder, on which no service runs, into PostgreSQL. Cut off, it goes on when called again. */
@CommandLine.Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Moves the data of a folder into PostgreSQL; the folder is only read.")
final class MigrateCommand implements Command {

    private static final int DIGITS = 16;

    @Option(names = "--from", required = true, paramLabel = "DIR", description = "folder of a service that is stopped")
    @SuppressWarnings("NullAway.Init")
    private Path from;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URL",
            description = "an empty database: postgresql://USER@HOST/DATABASE")
    @SuppressWarnings("NullAway.Init")
    private String to;

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description = "first line: the password of that user; default: the variable " + DatabaseOptions.PASSWORD)
    private @Nullable Path passwordFile;

    @Override
    @SuppressWarnings("try") // The lock is only held.
    public void run(PrintStream out) throws FailedException {
        DatabaseLocation.PostgreSql target = DatabaseUrl.of(to, DatabaseOptions.password(passwordFile));
        DataFolder folder = DataFolder.existing(from);
        Log.toStderr();
        try (FolderLock lock = folder.lock()) {
            MigrationOutcome outcome = new DataMigration(folder.database(), target, System::nanoTime).run();
            if (outcome instanceof MigrationOutcome.Compared compared) {
                print(compared, out);
            } else if (outcome instanceof MigrationOutcome.Refused refused) {
                throw new FailedException(ExitCode.NOT_WRITTEN, refused.id(), refused.words());
            }
        } catch (StoreException e) {
            throw new FailedException(ExitCode.NOT_WRITTEN, "database", e.words());
        }
    }

    private void print(MigrationOutcome.Compared compared, PrintStream out) throws FailedException {
        out.printf(Locale.ROOT, "%-18s %12s  %-16s%n", "table", "rows", "SHA-256");
        compared.tables().forEach(table -> print(table, out));
        compared.tables().stream()
                .filter(table -> table.replaced() > 0)
                .forEach(table -> out.println("replaced U+0000 in " + table.replaced() + " texts of " + table.name()
                        + ", which PostgreSQL cannot hold, by U+FFFD"));
        out.println("copied " + compared.copied() + " rows; sessions are left out: people sign in again");
        long different =
                compared.tables().stream().filter(table -> !table.isSame()).count();
        if (different > 0) {
            throw new FailedException(
                    ExitCode.NOT_WRITTEN,
                    "differs",
                    different + " of " + compared.tables().size()
                            + " tables differ: the folder or the database was used"
                            + " in between; to move the folder anew, name an empty database with --to");
        }
        out.println(
                "next: start the service with --data " + from + " and --database; it no longer uses hwhash.db there");
    }

    private static void print(ComparedTable table, PrintStream out) {
        String end = table.isSame() ? "same" : "differs: " + table.targetRows() + " rows, " + digits(table.target());
        out.printf(Locale.ROOT, "%-18s %12d  %s  %s%n", table.name(), table.sourceRows(), digits(table.source()), end);
    }

    private static String digits(String hash) {
        return hash.substring(0, DIGITS);
    }
}
