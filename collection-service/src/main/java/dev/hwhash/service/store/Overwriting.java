// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has what was deleted leave the files. SQLite overwrites a deleted row where it stood last, but not the copies that a
 * split page has left: only a database that is written anew has none. Thread-safe.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_secure_delete">PRAGMA secure_delete</a>
 */
final class Overwriting {

    private static final Logger LOG = LoggerFactory.getLogger(Overwriting.class);

    /** In bytes: some 60,000 devices, a second or two. A larger database is not written anew: reports would wait. */
    private static final long MOST_REWRITTEN = 256L << 20;

    /** Reports wait for as long, too. */
    private static final int CUT_MILLIS = 50;

    private static final String DUE = "overwritingDue";

    private final Database database;

    Overwriting(Database database) {
        this.database = database;
    }

    /** Notes, in the transaction of what is deleted, that there is something to overwrite. */
    static void isDue(Connection connection, Dialect dialect) throws SQLException {
        if (dialect != Dialect.SQLITE) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO setting (name, value) VALUES ('" + DUE + "', '1') ON CONFLICT DO NOTHING");
        }
    }

    /** Does it where it is due; PostgreSQL's own vacuum needs no call. Where somebody reads just now it stays due: the next sweep tries again. */
    void run() {
        if (database.where() instanceof DatabaseLocation.Embedded embedded) {
            run(embedded.file());
        }
    }

    private void run(Path file) {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            if (!isTrue(statement, "SELECT EXISTS (SELECT 1 FROM setting WHERE name = '" + DUE + "')")) {
                return;
            }
            if (Files.size(file) <= MOST_REWRITTEN) {
                statement.execute("VACUUM");
            }
            statement.execute("PRAGMA busy_timeout = " + CUT_MILLIS);
            if (!isTrue(statement, "PRAGMA wal_checkpoint(TRUNCATE)")) {
                statement.execute("DELETE FROM setting WHERE name = '" + DUE + "'");
            }
        } catch (SQLException | IOException e) {
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("event", "not-overwritten")
                    .log("what was deleted may still stand in the files; the next sweep tries again");
        }
    }

    /** The first column of a checkpoint says whether somebody was in its way. */
    private static boolean isTrue(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
