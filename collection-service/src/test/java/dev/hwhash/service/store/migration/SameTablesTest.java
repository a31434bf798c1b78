// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.DatabaseLocation;
import dev.hwhash.service.store.ServerOnly;
import dev.hwhash.service.store.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both databases have the same tables, and each is moved or named as left out. */
@ServerOnly("what is moved")
class SameTablesTest {

    /** What replicas count together; one service counts in memory. */
    private static final String OF_POSTGRESQL = "bucket";

    private static final Set<String> OF_SQLITE = Set.of("last_number", "sqlite_sequence");

    @TempDir
    private Path folder;

    private static Map<String, Set<String>> tables(Connection connection, String schema) throws SQLException {
        Map<String, Set<String>> tables = new TreeMap<>();
        DatabaseMetaData about = connection.getMetaData();
        try (ResultSet row = about.getColumns(null, schema, "%", "%")) {
            while (row.next()) {
                tables.computeIfAbsent(row.getString("TABLE_NAME"), name -> new TreeSet<>())
                        .add(row.getString("COLUMN_NAME"));
            }
        }
        // Of indexes and sequences too.
        Set<String> names = new TreeSet<>();
        try (ResultSet row = about.getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (row.next()) {
                names.add(row.getString("TABLE_NAME"));
            }
        }
        tables.keySet().retainAll(names);
        return tables;
    }

    private Map<String, Set<String>> ofSqlite() throws SQLException {
        Path file = folder.resolve("hwhash.db");
        Database.open(new DatabaseLocation.Embedded(file)).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            return tables(connection, "");
        }
    }

    private Map<String, Set<String>> ofPostgreSql() throws SQLException {
        try (Connection connection = TestDatabase.connect(folder.resolve("other.db"))) {
            return tables(connection, "public");
        }
    }

    @Test
    void bothHaveTheSameTablesAndColumns() throws SQLException {
        Map<String, Set<String>> sqlite = ofSqlite();
        Map<String, Set<String>> postgresql = ofPostgreSql();
        assertThat(sqlite).containsKeys("device", "report", "last_number");
        assertThat(postgresql).containsKey(OF_POSTGRESQL);
        sqlite.keySet().removeAll(OF_SQLITE);
        postgresql.remove(OF_POSTGRESQL);

        assertThat(postgresql).isEqualTo(sqlite);
        System.out.println("tables: " + sqlite.size() + " with "
                + sqlite.values().stream().mapToInt(Set::size).sum() + " columns, the same in both databases");
    }

    @Test
    void eachTableIsMovedOrNamedAsLeftOut() throws SQLException {
        List<String> known = new ArrayList<>(MovedTables.COPIED);
        known.addAll(MovedTables.LEFT_OUT.keySet());
        Set<String> there = new TreeSet<>(ofSqlite().keySet());
        there.addAll(ofPostgreSql().keySet());
        there.remove("sqlite_sequence");

        assertThat(known).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void aRowIsThereBeforeThoseThatNameIt() throws SQLException {
        try (Connection connection = TestDatabase.connect(folder.resolve("other.db"))) {
            int references = 0;
            for (String table : MovedTables.COPIED) {
                try (ResultSet row = connection.getMetaData().getImportedKeys(null, "public", table)) {
                    while (row.next()) {
                        references++;
                        assertThat(MovedTables.COPIED.indexOf(row.getString("PKTABLE_NAME")))
                                .as("%s of %s", row.getString("FKCOLUMN_NAME"), table)
                                .isBetween(0, MovedTables.COPIED.indexOf(table) - 1);
                    }
                }
            }
            assertThat(references).isPositive();
        }
    }
}
