// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store.migration;

import dev.hwhash.service.store.DatabaseLocation;
import dev.hwhash.service.store.MigrationConnections;
import dev.hwhash.service.store.StoreException;
import dev.hwhash.service.store.TableVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Moves the data of a folder into PostgreSQL, or goes on where that was cut off. The folder is only read. */
public final class DataMigration {

    private final DatabaseLocation.Embedded from;
    private final DatabaseLocation.PostgreSql to;
    private final Progress progress;

    /**
     * Makes one; connects to nothing.
     *
     * @param from the folder's database, on which no service runs
     * @param to an empty database, or one into which the same folder was moved in part
     * @param nanos as {@link System#nanoTime()}
     */
    public DataMigration(DatabaseLocation.Embedded from, DatabaseLocation.PostgreSql to, LongSupplier nanos) {
        this.from = from;
        this.to = to;
        this.progress = new Progress(nanos);
    }

    /**
     * Copies what is not there yet, and compares all. Whoever is cut off calls it again.
     *
     * @return how it ended
     * @throws StoreException if one of the databases cannot be used
     */
    public MigrationOutcome run() {
        TableVersion version = MigrationConnections.version(from);
        if (version != TableVersion.SAME) {
            return Refusals.version(from, version);
        }
        try (Connection source = MigrationConnections.source(from)) {
            Optional<String> folder = Mark.folder(source);
            return folder.isPresent() ? run(source, folder.get()) : Refusals.noData(from);
        } catch (SQLException e) {
            throw StoreException.of("the data of " + from + " cannot be moved to " + to, e);
        }
    }

    private MigrationOutcome run(Connection source, String folder) throws SQLException {
        LastNumbers numbers = LastNumbers.of(source);
        Mark mark = Mark.of(folder, numbers);
        try (Connection target = MigrationConnections.target(to)) {
            List<Table> tables = new ArrayList<>();
            for (String name : MovedTables.COPIED) {
                tables.add(Table.of(target, name));
            }
            Optional<Mark> begun = Mark.read(target);
            if (begun.isEmpty() && Mark.folder(target).equals(Optional.of(folder))) {
                return compared(source, target, tables);
            }
            Optional<MigrationOutcome> refusal =
                    begun.isPresent() ? Refusals.begun(to, begun.get(), mark) : notEmpty(target, tables);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            if (begun.isEmpty()) {
                mark.write(target);
            }
            return copied(source, target, tables, numbers);
        }
    }

    private Optional<MigrationOutcome> notEmpty(Connection target, List<Table> tables) throws SQLException {
        for (Table table : tables) {
            try (Statement statement = target.createStatement();
                    ResultSet row = statement.executeQuery(table.selectLast())) {
                if (row.next()) {
                    return Optional.of(Refusals.notEmpty(to, table.name()));
                }
            }
        }
        return Optional.empty();
    }

    private MigrationOutcome copied(Connection source, Connection target, List<Table> tables, LastNumbers numbers)
            throws SQLException {
        TableCopier copier = new TableCopier(source, target, progress);
        for (Table table : tables) {
            copier.copy(table);
        }
        numbers.set(target);
        MigrationConnections.analyze(to);
        MigrationOutcome.Compared compared = compared(source, target, tables);
        if (compared.isSame()) {
            Mark.remove(target);
        }
        return compared;
    }

    private MigrationOutcome.Compared compared(Connection source, Connection target, List<Table> tables)
            throws SQLException {
        List<ComparedTable> compared = new ArrayList<>();
        for (Table table : tables) {
            compared.add(ComparedTable.of(
                    table.name(), TableDigest.of(source, table, progress), TableDigest.of(target, table, progress)));
        }
        return new MigrationOutcome.Compared(compared, progress.copied());
    }
}
