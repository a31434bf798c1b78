// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.approval.Erasure;
import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.audit.AuditAction;
import java.time.Clock;

/** Deletes devices from the database, its log too as soon as nobody reads. Thread-safe. */
public final class SqlErasure implements Erasure {

    private final Overwriting overwriting;
    private final Dialect dialect;
    private final WriteTransactions writing;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param database from where devices go
     * @param clock says when
     */
    public SqlErasure(Database database, Clock clock) {
        this.overwriting = new Overwriting(database);
        this.dialect = database.engine().dialect();
        this.writing = new WriteTransactions(database);
        this.clock = clock;
    }

    @Override
    public boolean erase(long device, Actor actor) {
        boolean erased = writing.run("the device cannot be deleted", connection -> {
            if (!new DeviceEraser(connection, dialect).erase(device)) {
                return false;
            }
            AuditRows.insert(connection, clock.instant(), actor, AuditAction.DEVICE_DELETED, "device " + device);
            return true;
        });
        if (erased) {
            overwriting.run();
        }
        return erased;
    }
}
