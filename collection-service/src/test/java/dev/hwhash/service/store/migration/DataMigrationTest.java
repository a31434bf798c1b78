// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.DatabaseLocation;
import dev.hwhash.service.store.FilledFolder;
import dev.hwhash.service.store.ReadOnlyDatabase;
import dev.hwhash.service.store.ServerOnly;
import dev.hwhash.service.store.StoreException;
import dev.hwhash.service.store.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is moved into what, and what is left as it is. */
@ServerOnly("what is moved")
@SuppressWarnings("NullAway.Init")
class DataMigrationTest {

    @TempDir
    private Path folder;

    private Path file;
    private String database;

    @BeforeEach
    void begin() {
        file = folder.resolve("hwhash.db");
        FilledFolder.begin(file);
        database = TestDatabase.create();
    }

    private static DatabaseLocation.PostgreSql location(String name) {
        return TestDatabase.server().location(name);
    }

    private static MigrationOutcome moved(Path from, String to) {
        return new DataMigration(new DatabaseLocation.Embedded(from), location(to), System::nanoTime).run();
    }

    private static void assertRefused(MigrationOutcome outcome, String id, String words) {
        assertThat(outcome).isInstanceOfSatisfying(MigrationOutcome.Refused.class, refused -> {
            assertThat(refused.id()).isEqualTo(id);
            assertThat(refused.words()).contains(words);
        });
    }

    private static void assertMoved(MigrationOutcome outcome, long copied) {
        assertThat(outcome).isInstanceOfSatisfying(MigrationOutcome.Compared.class, compared -> {
            assertThat(compared.isSame()).as(compared.toString()).isTrue();
            assertThat(compared.copied()).isEqualTo(copied);
        });
    }

    private void inFolder(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.createStatement().execute(sql);
        }
    }

    private void inDatabase(String sql) throws SQLException {
        try (Connection connection = TestDatabase.connect(database)) {
            connection.createStatement().execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = TestDatabase.connect(database);
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A migration that ended before its last table. */
    private void cutOff() throws SQLException {
        Database.open(location(database)).close();
        inDatabase("ALTER TABLE audit ADD CONSTRAINT cut CHECK (false) NOT VALID");
        assertThatThrownBy(() -> moved(file, database)).isInstanceOf(StoreException.class);
        inDatabase("ALTER TABLE audit DROP CONSTRAINT cut");
    }

    @Test
    void aFolderOfAnotherVersionIsRefusedAndNothingChanges() throws Exception {
        inFolder(
                "INSERT INTO flyway_schema_history SELECT installed_rank + 1, '99', description, type, script, checksum,"
                        + " installed_by, installed_on, execution_time, success FROM flyway_schema_history WHERE version = '7'");
        assertRefused(moved(file, database), "new-tables", "of a newer version");
        inFolder("DELETE FROM flyway_schema_history WHERE version IN ('7', '99')");
        byte[] bytes = Files.readAllBytes(file);
        assertRefused(moved(file, database), "old-tables", "start this version once");

        assertThat(file).hasBinaryContent(bytes);
        assertThat(number("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .isZero();
    }

    @Test
    void aFolderWithoutATokenHasNothingToMove() throws SQLException {
        inFolder("DELETE FROM token");
        assertRefused(moved(file, database), "no-data", "start the service with --database");
    }

    @Test
    void aDatabaseWithOtherDataIsRefusedAndStaysAsItIs() throws SQLException {
        Database.open(location(database)).close();
        inDatabase("INSERT INTO account (name, name_key, role, password, must_change, created_at)"
                + " VALUES ('admin', 'admin', 'admin', '', 1, 0)");
        assertRefused(moved(file, database), "not-empty", "the table account of ");
        assertThat(number("SELECT count(*) FROM token")).isZero();
        assertThat(number("SELECT count(*) FROM setting")).isZero();

        database = TestDatabase.create();
        inDatabase("CREATE TABLE of_another_program (id INTEGER)");
        assertThatThrownBy(() -> moved(file, database)).isInstanceOf(StoreException.class);
        assertThat(number("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .isEqualTo(1);
    }

    @Test
    void untilAllIsThereOnlyTheSameFolderGoesOn() throws SQLException {
        cutOff();
        assertThatThrownBy(() -> Database.open(location(database))).hasMessageContaining("run migrate");
        assertThatThrownBy(() -> ReadOnlyDatabase.open(location(database))).hasMessageContaining("run migrate");
        Path other = folder.resolve("other.db");
        FilledFolder.begin(other);
        assertRefused(moved(other, database), "other-folder", "another folder");

        assertMoved(moved(file, database), number("SELECT count(*) FROM token"));
        assertMoved(moved(file, database), 0);
        Database.open(location(database)).close();
        assertRefused(moved(other, database), "not-empty", "the table token of ");
    }

    @Test
    void aFolderThatWasUsedMeanwhileBeginsAnew() throws SQLException {
        cutOff();
        inFolder("INSERT INTO audit (at, actor, address, action, detail) VALUES (0, 'pat', '', 'signed-in', '')");
        assertRefused(moved(file, database), "folder-changed", "has been used");
    }

    @Test
    void whatTheFolderHasNoLongerOrOtherwiseIsADifference() throws SQLException {
        cutOff();
        inFolder("UPDATE token SET revoked_at = 7 WHERE id = 1");
        for (int i = 0; i < 2; i++) {
            assertThat(moved(file, database)).isInstanceOfSatisfying(MigrationOutcome.Compared.class, compared -> {
                assertThat(compared.tables())
                        .filteredOn(table -> !table.isSame())
                        .singleElement()
                        .satisfies(table -> assertThat(table.name()).isEqualTo("token"));
            });
            assertThatThrownBy(() -> Database.open(location(database))).hasMessageContaining("run migrate");
        }
    }

    @Test
    void whoeverElseWritesIsWaitedForOnlySomeSeconds() throws SQLException {
        Database.open(location(database)).close();
        try (Connection other = TestDatabase.connect(database)) {
            other.createStatement().execute("SELECT pg_advisory_lock(6846312, 1)");
            assertThatThrownBy(() -> moved(file, database)).hasMessageContaining("others write");
        }
        assertThat(number("SELECT count(*) FROM setting")).isZero();
    }
}
