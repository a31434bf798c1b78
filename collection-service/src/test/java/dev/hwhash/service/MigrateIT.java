// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.ServiceProcess.Ended;
import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What {@code migrate} refuses, and what others are refused until it is done. */
@EnabledIfSystemProperty(named = "hwhash.database", matches = "postgresql")
@SuppressWarnings("NullAway.Init")
class MigrateIT {

    private static final int DEVICES = 60;

    @TempDir
    private static Path folder;

    private static Moving moving;

    @BeforeAll
    static void fill() throws Exception {
        moving = Moving.filled(folder.resolve("data"), DEVICES);
    }

    /** The folder once more, under a name of its own. */
    private static Path copied(String name) throws Exception {
        Path copy = Files.createDirectory(folder.resolve(name));
        Files.copy(moving.data().resolve("hwhash.db"), copy.resolve("hwhash.db"));
        return copy;
    }

    private static Path copied(String name, String change) throws Exception {
        Path copy = copied(name);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("hwhash.db"))) {
            connection.createStatement().execute(change);
        }
        return copy;
    }

    private static void assertRefused(Ended ended, String... words) {
        assertThat(ended.code()).as(ended.err()).isEqualTo(20);
        assertThat(ended.err()).contains(words);
    }

    /** A database whose migration ended before its last table. */
    private static String cutOff() throws Exception {
        String database = Moving.database();
        Database.open(TestDatabase.server().location(database)).close();
        Moving.change(database, "ALTER TABLE audit ADD CONSTRAINT cut CHECK (false) NOT VALID");
        Ended ended = moving.migrate(database);
        assertRefused(ended, "error: database: ", "\"cut\"");
        assertThat(ended.err()).as("the row that failed").doesNotContain("Failing row");
        return database;
    }

    @Test
    void aFolderThatIsInUseOrOfAnotherVersionIsRefusedAndStaysAsItIs() throws Exception {
        String database = Moving.database();
        try (ServiceProcess service = ServiceProcess.startOn(copied("used"))) {
            assertRefused(Moving.migrate(service.data(), database), "error: data-in-use: ");
        }
        Path old = copied("old", "DELETE FROM flyway_schema_history WHERE version = '7'");
        byte[] bytes = Files.readAllBytes(old.resolve("hwhash.db"));
        assertRefused(Moving.migrate(old, database), "error: old-tables: ", "start this version once");
        assertThat(old.resolve("hwhash.db")).hasBinaryContent(bytes);
        Path newer = copied("newer", "INSERT INTO flyway_schema_history SELECT installed_rank + 1, '99',"
                        + " description, type, script, checksum, installed_by, installed_on, execution_time, success"
                        + " FROM flyway_schema_history WHERE version = '7'");
        assertRefused(Moving.migrate(newer, database), "error: new-tables: ");
        assertThat(Moving.migrate(folder.resolve("none"), database).code()).isEqualTo(10);
        assertThat(Moving.count(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .as("nothing is made for those")
                .isZero();
    }

    @Test
    void aDatabaseThatHoldsOtherDataIsRefusedAndStaysAsItIs() throws Exception {
        String used = Moving.database();
        Path other = folder.resolve("other");
        UUID id = UUID.randomUUID();
        try (ServiceProcess service = ServiceProcess.startOn(other, "--database", Moving.url(used))) {
            service.put(id, Bodies.report("OTHER-1"));
            assertRefused(moving.migrate(used), "error: not-empty: ", "CREATE DATABASE");
            assertThat(service.put(id, Bodies.report("OTHER-1")).status()).isEqualTo(200);
        }
        assertThat(Moving.count(used, "SELECT count(*) FROM device")).isEqualTo(1);

        String foreign = Moving.database();
        Moving.change(foreign, "CREATE TABLE of_another_program (id INTEGER)");
        assertRefused(moving.migrate(foreign), "error: database: ");
        assertRefused(moving.migrate("not_there"), "error: database: ");
    }

    @Test
    void untilAllIsThereNothingElseUsesTheDatabase() throws Exception {
        String database = cutOff();
        String url = Moving.url(database);
        String data = folder.resolve("data").toString();
        List<List<String>> others = List.of(
                List.of("--data", data, "--port", "0", "--database", url),
                List.of("token", "create", "--kind", "export", "--database", url, "-o", folder + "/token.conf"),
                List.of("export", "--database", url, "-o", folder + "/devices.csv"));
        for (List<String> other : others) {
            assertRefused(ServiceProcess.runAsItIs(other), "error: database: ", "run migrate");
        }
        Path stranger = folder.resolve("stranger");
        try (ServiceProcess service = ServiceProcess.startOn(stranger)) {
            assertThat(service.stop()).isZero();
        }
        assertRefused(Moving.migrate(stranger, database), "error: other-folder: ");
        Path changed = copied("changed");
        try (ServiceProcess service = ServiceProcess.startOn(changed)) {
            service.put(UUID.randomUUID(), Bodies.report("LATE-1"), ServiceProcess.token(Path.of(data, "enrolment.conf")));
            assertThat(service.stop()).isZero();
        }
        assertRefused(Moving.migrate(changed, database), "error: folder-changed: ");

        Moving.change(database, "ALTER TABLE audit DROP CONSTRAINT cut");
        Ended done = moving.migrate(database);
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out()).contains("replaced U+0000 in 12 texts of report").doesNotContain("differs");
        ServiceProcess.startOn(Path.of(data), "--database", url).close();
    }

    @Test
    void whatIsNotTheSameIsToldAndTheMarkStays() throws Exception {
        String database = cutOff();
        Moving.change(database, "UPDATE device SET group_tag = 'wrong' WHERE id = 5");
        Moving.change(database, "DELETE FROM identifier WHERE device = 7");
        Moving.change(database, "ALTER TABLE audit DROP CONSTRAINT cut");
        for (int i = 0; i < 2; i++) {
            Ended ended = moving.migrate(database);
            assertRefused(ended, "error: differs: 2 of 14 tables");
            assertThat(ended.out().lines().filter(line -> line.contains("differs")))
                    .extracting(line -> line.split(" ")[0])
                    .containsExactly("device", "identifier");
            assertThat(ended.out()).doesNotContain("wrong").doesNotContain("next:");
        }
        assertRefused(
                ServiceProcess.runAsItIs(
                        List.of("export", "--database", Moving.url(database), "-o", folder + "/wrong.csv")),
                "run migrate");
    }
}
