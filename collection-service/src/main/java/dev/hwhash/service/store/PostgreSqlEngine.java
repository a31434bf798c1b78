// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.background.Turn;
import dev.hwhash.service.token.BucketStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL, to which a transaction is safe once the server has forced it to disk. Reports of several replicas are stored
 * side by side, all else one after the other, as in SQLite: what is numbered is committed in that order, and what was
 * looked at before a change is still so when it is written.
 */
final class PostgreSqlEngine implements Engine {

    private static final int POOL = 8;

    /** With one statement, within the 15 seconds for which an agent waits for an answer. */
    private static final Duration CONNECTING = Duration.ofSeconds(4);

    /** Nobody waits for an answer then, and a machine that starts has much to do. */
    private static final Duration CONNECTING_FIRST = Duration.ofSeconds(30);

    private static final Duration STATEMENT = Duration.ofSeconds(8);
    private static final Duration LOOK = Duration.ofMinutes(5);
    private static final Duration MIGRATION = Duration.ofHours(6);

    /** The server ends a statement first; this much later the driver takes it for gone without a word. */
    private static final Duration GONE = Duration.ofSeconds(2);

    private static final List<String> ALWAYS = List.of(
            // For as long as SQLite waits for another writer.
            "lock_timeout=5s",
            // There is an index for each query; a plan that was made while a table was small must not outlive that.
            "enable_seqscan=off",
            // Which takes longer than any query that somebody waits for.
            "jit=off");

    /** Held, or its level would be forgotten: the driver also logs what it throws, and in another form than the service. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    private final DatabaseLocation.PostgreSql where;

    PostgreSqlEngine(DatabaseLocation.PostgreSql where) {
        this.where = where;
        DRIVER.setLevel(Level.OFF);
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public DataSource migrating() {
        return source(CONNECTING_FIRST, MIGRATION, List.of());
    }

    @Override
    public DataSource writing() {
        return source(CONNECTING, STATEMENT, ALWAYS);
    }

    @Override
    public DataSource reading() {
        return reading(STATEMENT);
    }

    @Override
    public DataSource looking() {
        return reading(LOOK);
    }

    /** Each query is planned by its own values: how many devices have a name decides how they are found. */
    private DataSource reading(Duration longest) {
        List<String> settings = new ArrayList<>(ALWAYS);
        settings.add("default_transaction_read_only=on");
        settings.add("default_transaction_isolation=repeatable\\ read");
        settings.add("plan_cache_mode=force_custom_plan");
        // What is looked through up to a limit is read from the index as it is found: a bitmap is made of the whole
        // range.
        settings.add("enable_bitmapscan=off");
        settings.add("max_parallel_workers_per_gather=0");
        return source(CONNECTING, longest, settings);
    }

    private DataSource source(Duration connecting, Duration longest, List<String> settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(where.url());
        if (!where.password().isEmpty()) {
            source.setPassword(where.password());
        }
        source.setApplicationName("hwhash-collection-service");
        source.setConnectTimeout((int) connecting.toSeconds());
        // A server that is stopped still takes connections, and says nothing on them.
        source.setLoginTimeout((int) connecting.toSeconds());
        source.setSocketTimeout((int) longest.plus(GONE).toSeconds());
        source.setTcpKeepAlive(true);
        // The detail of an error has the row, and with it hashes.
        source.setLogServerErrorDetail(false);
        StringBuilder options = new StringBuilder("-c statement_timeout=" + longest.toMillis()
                + " -c idle_in_transaction_session_timeout=" + longest.toMillis());
        settings.forEach(setting -> options.append(" -c ").append(setting));
        source.setOptions(options.toString());
        return source;
    }

    @Override
    public int poolSize() {
        return POOL;
    }

    @Override
    public String begin() {
        return "BEGIN; SELECT pg_advisory_xact_lock(" + AdvisoryLock.WRITERS.key() + ")";
    }

    @Override
    public String beginReports() {
        return "BEGIN; SELECT pg_advisory_xact_lock_shared(" + AdvisoryLock.WRITERS.key() + ")";
    }

    @Override
    public String probe() {
        return "INSERT INTO probe (id, value) VALUES (1, '') ON CONFLICT (id) DO UPDATE SET value = excluded.value";
    }

    /** A table of this session that is gone with its transaction: its pages are new, and seen by nobody. */
    @Override
    public String probeRoom() {
        return "CREATE TEMPORARY TABLE room ON COMMIT DROP AS"
                + " SELECT n, repeat(' ', 500) AS space FROM generate_series(1, 200) AS n";
    }

    @Override
    public Turn turn() {
        return new LockTurn(writing());
    }

    @Override
    public BucketStore buckets(Jdbi jdbi) {
        return new SqlBuckets(jdbi);
    }

    /** For as long as a statement may take: several starts may wait for the hashing of a password. */
    @Override
    public Optional<String> firstStart() {
        return Optional.of(
                "SET LOCAL lock_timeout = 0; SELECT pg_advisory_xact_lock(" + AdvisoryLock.FIRST_START.key() + ")");
    }

    @Override
    public String now() {
        return "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT)";
    }

    @Override
    public void closing(Jdbi jdbi) {
        // The server keeps its own house.
    }
}
