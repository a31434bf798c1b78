// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.audit.AuditAction;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTroubleTest {

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(TestDatabase.at(folder.resolve("hwhash.db")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoWaitsTooLongForOthersFindsTheDatabaseBusy() {
        SqlAudit audit = new SqlAudit(database, Clock.systemUTC());
        Throwable failure;
        // Of its own: a thread has one connection of each database.
        try (Database other = Database.open(TestDatabase.at(folder.resolve("hwhash.db")))) {
            failure = other.jdbi().withHandle(handle -> {
                handle.execute("BEGIN IMMEDIATE");
                Throwable caught =
                        catchThrowable(() -> audit.write(Actor.SERVICE, AuditAction.SETTING_CHANGED, "too late"));
                handle.execute("ROLLBACK");
                return caught;
            });
        }
        assertThat(StoreTrouble.of(failure)).contains(StoreTrouble.BUSY);
        assertThat(audit.page(Long.MAX_VALUE, 1)).isEmpty();
    }

    @Test
    void aFullDiskIsKnown() {
        Throwable failure = database.jdbi().withHandle(handle -> {
            handle.execute("PRAGMA max_page_count = 1");
            return catchThrowable(() -> handle.execute("INSERT INTO probe (id, value) VALUES (2, zeroblob(1000000))"));
        });
        assertThat(StoreTrouble.of(failure)).contains(StoreTrouble.DISK);
    }

    @Test
    void aDefectIsNone() {
        Throwable failure = catchThrowable(
                () -> database.jdbi().useHandle(handle -> handle.execute("INSERT INTO nothing VALUES (1)")));
        assertThat(failure).isNotNull();
        assertThat(StoreTrouble.of(failure)).isEmpty();
        assertThat(StoreTrouble.of(new IllegalStateException())).isEmpty();
    }
}
