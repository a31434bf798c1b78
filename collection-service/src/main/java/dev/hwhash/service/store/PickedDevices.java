// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.search.DeviceFilter;
import dev.hwhash.service.selection.Choice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds the devices of a choice as they are at one moment, with what of each would be decided. */
final class PickedDevices {

    private static final String PICK = "SELECT id, coalesce(hash_report, newest_report),"
            + " (SELECT max(r.id) FROM report r WHERE r.device = device.id),"
            + " (SELECT coalesce(max(x.id), 0) FROM decision x WHERE x.device = device.id) FROM device WHERE ";

    private final Handle handle;
    private final Dialect dialect;

    PickedDevices(Handle handle, Dialect dialect) {
        this.dialect = dialect;
        this.handle = handle;
    }

    /** A device, the row of the report that is decided, that of the last one, and the last decision or 0. */
    record Picked(long device, long report, long seen, long decision) {}

    /** Returns them in the order of their numbers; one more than there may be where there are too many. */
    List<Picked> of(Choice choice) {
        if (choice instanceof Choice.Found found) {
            return found(found.filter());
        }
        List<Picked> picked = new ArrayList<>();
        for (long device :
                ((Choice.Some) choice).devices().stream().distinct().sorted().toList()) {
            one(device).ifPresent(picked::add);
        }
        return picked;
    }

    private Optional<Picked> one(long device) {
        return handle.createQuery(PICK + "id = ?")
                .bind(0, device)
                .map((row, context) -> picked(row))
                .findOne();
    }

    private List<Picked> found(DeviceFilter filter) {
        FilterSql sql = FilterSql.of(filter, dialect);
        Query query = handle.createQuery(PICK + sql.all() + " ORDER BY id LIMIT :most");
        return sql.bind(query)
                .bind("most", Choice.MOST + 1)
                .map((row, context) -> picked(row))
                .list();
    }

    private static Picked picked(ResultSet row) throws SQLException {
        return new Picked(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }
}
