// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings the tables up to this version of the service. Replicas that start at once wait for the first of them. */
final class Migration {

    /** Less than the second after which the server looks who waits for each other, and would end a replica's transaction. */
    private static final String SHORT_WAITS = "SET lock_timeout = '500ms'";

    private static final int TRIES = 60;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private Migration() {}

    static void run(DataSource source, Dialect dialect) {
        Flyway flyway = flyway(source, dialect);
        try {
            migrate(flyway, dialect);
        } catch (FlywayValidateException e) {
            throw newer(flyway.info())
                    .<RuntimeException>map(words -> new IllegalStateException(words, e))
                    .orElse(e);
        }
    }

    /**
     * Beside replicas at work a script may not get the tables that it changes, or wait for one that waits for it. Then all of
     * it is taken back, and tried again.
     */
    private static void migrate(Flyway flyway, Dialect dialect) {
        for (int left = TRIES; ; left--) {
            try {
                flyway.migrate();
                return;
            } catch (FlywayException e) {
                boolean passes =
                        dialect == Dialect.POSTGRESQL && StoreTrouble.of(e).equals(Optional.of(StoreTrouble.BUSY));
                if (left == 0 || !passes) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static Flyway flyway(DataSource source, Dialect dialect) {
        return Flyway.configure(Migration.class.getClassLoader())
                .dataSource(source)
                .locations(dialect.scripts())
                .initSql(dialect == Dialect.POSTGRESQL ? SHORT_WAITS : "")
                // A service that is older than its database must not run on it.
                .ignoreMigrationPatterns(new String[0])
                .load();
    }

    /** What is to be said where a newer version has changed the tables; a replica that runs goes on meanwhile. */
    private static Optional<String> newer(MigrationInfoService info) {
        return Arrays.stream(info.applied())
                .filter(each -> !each.getState().isResolved())
                .map(each -> "a newer version of the service has changed its tables (to " + each.getVersion()
                        + "); start that version, or restore a backup of before")
                .reduce((first, last) -> last);
    }

    /** Compares without a change. */
    static TableVersion version(DataSource source, Dialect dialect) {
        MigrationInfoService info = flyway(source, dialect).info();
        if (Arrays.stream(info.applied()).anyMatch(each -> !each.getState().isResolved())) {
            return TableVersion.NEWER;
        }
        return info.pending().length > 0 ? TableVersion.OLDER : TableVersion.SAME;
    }
}
