// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.background.Turn;
import dev.hwhash.service.token.BucketStore;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Connections to a database, and what only its kind needs. Thread-safe. */
interface Engine {

    /** Returns the one for a location; connects to nothing. */
    static Engine of(DatabaseLocation where) {
        return where instanceof DatabaseLocation.Embedded embedded
                ? new SqliteEngine(embedded.file())
                : new PostgreSqlEngine((DatabaseLocation.PostgreSql) where);
    }

    Dialect dialect();

    /** Gives connections on which a long change of the tables may run. */
    DataSource migrating();

    /** Gives connections that wait for others no longer than some seconds. */
    DataSource writing();

    /** Gives connections that can change nothing, and see one moment in a transaction. */
    DataSource reading();

    /** The same for a long look. */
    DataSource looking();

    /** How many connections each of the two pools has at most. */
    int poolSize();

    /** Begins a transaction that no other writer disturbs, reports included. */
    String begin();

    /** Begins a transaction that stores reports. */
    String beginReports();

    /** Writes something, to see whether that goes. */
    String probe();

    /** Writes as much as a group of reports where nothing was before. */
    String probeRoom();

    /** Says which replica does what one alone does. */
    Turn turn();

    /** Counts in all replicas. */
    BucketStore buckets(Jdbi jdbi);

    /** Lets the transaction go on alone that prepares an empty database; empty where there is no other service. */
    Optional<String> firstStart();

    /** Tells the server's time in microseconds since 1970; empty where that is this machine's. */
    String now();

    /** What is left to do before the last connection is closed. */
    void closing(Jdbi jdbi);
}
