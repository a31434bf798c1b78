// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store.migration;

import dev.hwhash.service.store.DatabaseLocation;
import dev.hwhash.service.store.TableVersion;
import java.util.Optional;

/** Why nothing is moved, and what to do. */
final class Refusals {

    private static final String ANOTHER = "name an empty database with --to (CREATE DATABASE makes one)";

    private Refusals() {}

    static MigrationOutcome version(DatabaseLocation.Embedded from, TableVersion version) {
        return version == TableVersion.OLDER
                ? new MigrationOutcome.Refused(
                        "old-tables",
                        "the tables of " + from
                                + " are of an older version of the service; start this version once with"
                                + " --data on that folder, stop it, and run this again")
                : new MigrationOutcome.Refused(
                        "new-tables",
                        "the tables of " + from
                                + " are of a newer version of the service; run migrate of that version");
    }

    static MigrationOutcome noData(DatabaseLocation.Embedded from) {
        return new MigrationOutcome.Refused(
                "no-data",
                "there is nothing in " + from + ", not even a token; start the service with --database at once");
    }

    /** Of a database that a migration was begun into; empty where it is this one. */
    static Optional<MigrationOutcome> begun(DatabaseLocation.PostgreSql to, Mark begun, Mark now) {
        if (!begun.folder().equals(now.folder())) {
            return Optional.of(new MigrationOutcome.Refused(
                    "other-folder",
                    "another folder is being moved into " + to + "; name that one with --from, or " + ANOTHER));
        }
        if (!begun.state().equals(now.state())) {
            return Optional.of(new MigrationOutcome.Refused(
                    "folder-changed",
                    "the folder has been used since its move into " + to + " began; drop that database and "
                            + ANOTHER));
        }
        return Optional.empty();
    }

    static MigrationOutcome notEmpty(DatabaseLocation.PostgreSql to, String table) {
        return new MigrationOutcome.Refused(
                "not-empty",
                "the table " + table + " of " + to
                        + " has rows that are not of this folder, perhaps of a service that was" + " started on it; "
                        + ANOTHER);
    }
}
