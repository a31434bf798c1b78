// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.ShortCode;
import dev.hwhash.service.search.DeviceDetails;
import dev.hwhash.service.search.DeviceDirectory;
import dev.hwhash.service.search.DevicePage;
import dev.hwhash.service.search.DeviceQuery;
import dev.hwhash.service.search.ListPage;
import dev.hwhash.service.search.ListPlan;
import dev.hwhash.service.search.ListQuery;
import dev.hwhash.service.search.PageWalk;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Devices in the database, to be looked at. Thread-safe. */
public final class SqlDirectory implements DeviceDirectory {

    private static final String DEVICE = SqlIndex.DEVICE + " WHERE id = ?";

    private final Jdbi jdbi;
    private final Dialect dialect;
    private final ListPlan.Limits limits;

    /**
     * Makes one.
     *
     * @param database where the devices are
     */
    public SqlDirectory(ReadOnlyDatabase database) {
        this(database, database.dialect().limits());
    }

    SqlDirectory(ReadOnlyDatabase database, ListPlan.Limits limits) {
        this.jdbi = database.jdbi();
        this.dialect = database.dialect();
        this.limits = limits;
    }

    @Override
    public DevicePage page(DeviceQuery query) {
        return jdbi.inTransaction(handle -> PageWalk.page(query, new SqlIndex(handle, dialect)));
    }

    @Override
    public Optional<DeviceDetails> device(long id) {
        return jdbi.inTransaction(handle -> handle.createQuery(DEVICE)
                .bind(0, id)
                .map((row, context) -> DeviceViews.summary(row))
                .findOne()
                .map(summary -> new SqlDetails(handle, dialect).of(summary)));
    }

    @Override
    public ListPage list(ListQuery query) {
        return jdbi.inTransaction(handle -> new SqlList(handle, query, limits, dialect).page());
    }

    @Override
    public List<Long> byCode(ShortCode code) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT DISTINCT device FROM (" + FilterSql.CODE + ") AS reports ORDER BY 1")
                .bind("codeFirst", FilterSql.first(code))
                .bind("codeLast", FilterSql.last(code))
                .mapTo(Long.class)
                .list());
    }
}
