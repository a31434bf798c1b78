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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    @EmbeddedOnly("a lock of the server, tried below")
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
    @ServerOnly("one writer in a process")
    void whoWaitsTooLongForAnotherReplicaFindsTheDatabaseBusy() {
        WriteTransactions writes = new WriteTransactions(database);
        Throwable failure;
        try (Database other = Database.open(TestDatabase.at(folder.resolve("hwhash.db")))) {
            failure = new WriteTransactions(other)
                    .run("the lock is held", held -> catchThrowable(() -> writes.run("too late", late -> late)));
        }
        assertThat(failure).hasMessageContaining("too late").hasMessageContaining("lock timeout");
        assertThat(StoreTrouble.of(failure)).contains(StoreTrouble.BUSY);
    }

    /** As the server says it; a disk that is full indeed is in RefusingIT. */
    @ParameterizedTest
    @ServerOnly("SQLite has no such states")
    @CsvSource({
        "53100, DISK",
        "58030, DISK",
        "25006, READ_ONLY",
        "40P01, BUSY",
        "40001, BUSY",
        "57014, BUSY",
        "53200, BUSY",
        "53300, UNREACHABLE",
        "57P01, UNREACHABLE",
        "57P03, UNREACHABLE",
        "08006, UNREACHABLE"
    })
    void whatTheServerSaysIsKnown(String code, StoreTrouble trouble) {
        String sql = "DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '" + code + "'; END $$";
        Throwable failure = catchThrowable(() -> database.jdbi().useHandle(handle -> handle.execute(sql)));
        assertThat(StoreTrouble.of(failure)).contains(trouble);
    }

    @Test
    @ServerOnly("a file that only reads does not open")
    void aServerThatOnlyReadsIsKnown() {
        Throwable failure = catchThrowable(() -> database.jdbi().useHandle(handle -> {
            handle.execute("SET default_transaction_read_only = on");
            handle.execute("INSERT INTO probe (id, value) VALUES (2, '')");
        }));
        assertThat(StoreTrouble.of(failure)).contains(StoreTrouble.READ_ONLY);
        assertThat(database.isWritable()).as("over another connection").isTrue();
    }

    @Test
    @EmbeddedOnly("a limit of pages; RefusingIT has the disk of a server")
    void aFullDiskIsKnown() {
        Throwable failure = database.jdbi().withHandle(handle -> {
            handle.execute("PRAGMA max_page_count = 1");
            return catchThrowable(() -> handle.execute("INSERT INTO probe (id, value) VALUES (2, zeroblob(1000000))"));
        });
        assertThat(StoreTrouble.of(failure)).contains(StoreTrouble.DISK);
    }

    @Test
    void afterNoRoomWasFoundADatabaseIsWritableOnceThereIsSome() throws InterruptedException {
        assertThat(database.isWritable()).isTrue();
        database.writability().noRoom();
        assertThat(database.isWritable())
                .as("not tried again within the second")
                .isFalse();
        Thread.sleep(1_100);
        assertThat(database.isWritable()).isTrue();
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
