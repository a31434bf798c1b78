// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables up to this version of the service. Replicas that start at once wait for the first of them. */
final class Migration {

    private Migration() {}

    static void run(DataSource source, Dialect dialect) {
        Flyway.configure(Migration.class.getClassLoader())
                .dataSource(source)
                .locations(dialect.scripts())
                // A service that is older than its database must not run on it.
                .ignoreMigrationPatterns(new String[0])
                .load()
                .migrate();
    }
}
