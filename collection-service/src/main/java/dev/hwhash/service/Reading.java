// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.audit.AuditLog;
import dev.hwhash.service.export.Export;
import dev.hwhash.service.store.DatabaseLocation;
import dev.hwhash.service.store.ReadOnlyDatabase;
import dev.hwhash.service.store.SqlDirectory;
import dev.hwhash.service.store.SqlSnapshots;
import dev.hwhash.service.web.DeviceRoutes;
import dev.hwhash.service.web.ExportRoutes;
import dev.hwhash.service.web.OpenApiRoutes;
import dev.hwhash.service.web.Routes;
import dev.hwhash.service.web.Tokens;
import java.util.List;

/** The parts of the service that only look: lists, devices and exports. */
final class Reading implements AutoCloseable {

    private final ReadOnlyDatabase database;

    private Reading(ReadOnlyDatabase database) {
        this.database = database;
    }

    /** Opens the database, whose tables are there. */
    static Reading open(DatabaseLocation where) {
        return new Reading(ReadOnlyDatabase.open(where));
    }

    List<Routes> routes(Tokens tokens, AuditLog audit) {
        return List.of(
                new DeviceRoutes(tokens, new SqlDirectory(database)),
                new ExportRoutes(tokens, new Export(new SqlSnapshots(database)), audit),
                new OpenApiRoutes());
    }

    ReadOnlyDatabase database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
    }
}
