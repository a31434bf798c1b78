// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.ServiceProcess.Ended;
import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.ServerOnly;
import dev.hwhash.service.store.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code migrate} as people call it: what it says, how it ends, and what others are told until it is done. */
@ServerOnly("what is moved")
class MigrateIT {

    private static final int DEVICES = 40;

    @TempDir
    private Path folder;

    private static void assertRefused(Ended ended, String... words) {
        assertThat(ended.code()).as(ended.err()).isEqualTo(20);
        assertThat(ended.err()).contains(words);
    }

    @Test
    void aFolderOnWhichAServiceRunsOrWithoutOneIsRefused() {
        String database = Moving.database();
        try (ServiceProcess service = ServiceProcess.startAsItIs(folder.resolve("used"))) {
            assertRefused(Moving.migrate(service.data(), database), "error: data-in-use: ");
        }
        assertThat(Moving.migrate(folder.resolve("none"), database).code()).isEqualTo(10);
    }

    @Test
    void untilAllIsThereAndTheSameNoServiceStarts() throws Exception {
        Moving moving = Moving.filled(folder.resolve("data"), DEVICES);
        String database = Moving.database();
        Database.open(TestDatabase.server().location(database)).close();
        Moving.change(database, "ALTER TABLE audit ADD CONSTRAINT cut CHECK (false) NOT VALID");

        Ended cut = moving.migrate(database);
        assertRefused(cut, "error: database: ", "\"cut\"");
        assertThat(cut.err()).as("the row that failed").doesNotContain("Failing row");
        assertThat(Moving.count(database, "SELECT count(*) FROM device")).isPositive();
        assertRefused(
                ServiceProcess.runAsItIs(
                        List.of("--data", moving.data().toString(), "--port", "0", "--database", Moving.url(database))),
                "error: database: ",
                "run migrate");

        Moving.change(database, "ALTER TABLE audit DROP CONSTRAINT cut");
        Moving.change(database, "UPDATE device SET model = 'wrong' WHERE id = 5");
        Ended different = moving.migrate(database);
        assertRefused(different, "error: differs: 1 of 14 tables");
        assertThat(different.out()).containsPattern("\ndevice .* differs: ").doesNotContain("wrong", "next:");

        Moving.change(database, "UPDATE device SET model = (SELECT model FROM device WHERE id = 6) WHERE id = 5");
        Ended done = moving.migrate(database);
        assertThat(done.code()).as(done.out() + done.err()).isZero();
        assertThat(done.out())
                .contains("replaced U+0000 in 8 texts of report", "copied 0 rows", "next: ")
                .doesNotContain("differs");
        assertThat(done.out().lines().filter(line -> line.endsWith(" same"))).hasSize(14);
    }
}
