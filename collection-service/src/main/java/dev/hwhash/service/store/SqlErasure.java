// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.approval.Erasure;
import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.audit.AuditAction;
import java.time.Clock;

/** Deletes devices from the database, its log too as soon as nobody reads. Thread-safe. */
public final class SqlErasure implements Erasure {

    private final Database database;
    private final WriteTransactions writing;
    private final AuditTrail audit;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param database from where devices go
     * @param audit takes an entry for each
     * @param clock says when
     */
    public SqlErasure(Database database, AuditTrail audit, Clock clock) {
        this.database = database;
        this.writing = new WriteTransactions(database);
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public boolean erase(long device, Actor actor) {
        boolean erased = writing.run("the device cannot be deleted", connection -> {
            if (!new DeviceEraser(connection).erase(device)) {
                return false;
            }
            audit.write(connection, clock.instant(), actor, AuditAction.DEVICE_DELETED, "device " + device);
            return true;
        });
        if (erased) {
            database.cutLog();
        }
        return erased;
    }
}
