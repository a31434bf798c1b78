// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings the tables up to this version of the service. Replicas that start at once wait for the first of them. */
final class Migration {

    private Migration() {}

    static void run(DataSource source, Dialect dialect) {
        Flyway flyway = flyway(source, dialect);
        try {
            flyway.migrate();
        } catch (FlywayValidateException e) {
            throw newer(flyway.info())
                    .<RuntimeException>map(words -> new IllegalStateException(words, e))
                    .orElse(e);
        }
    }

    private static Flyway flyway(DataSource source, Dialect dialect) {
        return Flyway.configure(Migration.class.getClassLoader())
                .dataSource(source)
                .locations(dialect.scripts())
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
