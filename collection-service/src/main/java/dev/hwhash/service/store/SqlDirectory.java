// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.search.DeviceDetails;
import dev.hwhash.service.search.DeviceDirectory;
import dev.hwhash.service.search.DevicePage;
import dev.hwhash.service.search.DeviceQuery;
import dev.hwhash.service.search.PageWalk;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Devices in the database, to be looked at. Thread-safe. */
public final class SqlDirectory implements DeviceDirectory {

    private static final String DEVICE = SqlIndex.DEVICE + " WHERE id = ?";

    private final Jdbi jdbi;

    /**
     * Makes one.
     *
     * @param database where the devices are
     */
    public SqlDirectory(ReadOnlyDatabase database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public DevicePage page(DeviceQuery query) {
        return jdbi.inTransaction(handle -> PageWalk.page(query, new SqlIndex(handle)));
    }

    @Override
    public Optional<DeviceDetails> device(long id) {
        return jdbi.inTransaction(handle -> handle.createQuery(DEVICE)
                .bind(0, id)
                .map((row, context) -> DeviceViews.summary(row))
                .findOne()
                .map(summary -> new SqlDetails(handle).of(summary)));
    }
}
