// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables up to this version of the service. */
final class Migration {

    private Migration() {}

    static void run(DataSource source) {
        Flyway.configure(Migration.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:dev/hwhash/service/store")
                // A service that is older than its database must not run on it.
                .ignoreMigrationPatterns(new String[0])
                .load()
                .migrate();
    }
}
