// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.nio.file.Path;

/** Where a database is. Immutable. */
public sealed interface DatabaseLocation {

    /**
     * SQLite in a file, for one service.
     *
     * @param file in an existing folder
     */
    record Embedded(Path file) implements DatabaseLocation {

        @Override
        public String toString() {
            return file.toString();
        }
    }

    /**
     * PostgreSQL, for any number of replicas of the service.
     *
     * @param url as the driver takes it, {@code jdbc:postgresql://…}, with the user's name and without a password
     * @param password what the user signs in by; may be empty, where the server asks for none or it stands in the file
     *     that libpq reads
     */
    record PostgreSql(String url, String password) implements DatabaseLocation {

        /** Refuses another database's URL. */
        public PostgreSql {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new IllegalArgumentException("no URL of PostgreSQL");
            }
        }

        /** Leaves out the password and the settings. */
        @Override
        public String toString() {
            return url.replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "");
        }
    }
}
