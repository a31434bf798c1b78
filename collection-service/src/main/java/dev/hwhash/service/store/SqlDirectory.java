// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.hash.content.HashContent;
import dev.hwhash.device.outline.HashOutline;
import dev.hwhash.device.outline.Outline;
import dev.hwhash.service.search.DeviceDetails;
import dev.hwhash.service.search.DeviceDirectory;
import dev.hwhash.service.search.DevicePage;
import dev.hwhash.service.search.DeviceQuery;
import dev.hwhash.service.search.DeviceSummary;
import dev.hwhash.service.search.Identifier;
import dev.hwhash.service.search.PageWalk;
import dev.hwhash.service.search.ReportSummary;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Devices in the database, to be looked at. Thread-safe. */
public final class SqlDirectory implements DeviceDirectory {

    private static final String DEVICE = SqlIndex.DEVICE + " WHERE id = ?";

    private static final String REPORTS = "SELECT report_id, received_at, collected_at, captured_at, source,"
            + " agent_version, content_sha256, token, serial_number, windows_product_id, manufacturer, model, group_tag,"
            + " assigned_user, EXISTS (SELECT 1 FROM hardware_hash h WHERE h.report = report.id) AS has_hash, flags"
            + " FROM report WHERE device = ? ORDER BY id DESC LIMIT ?";

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
                .map(summary -> details(handle, summary)));
    }

    private static DeviceDetails details(Handle handle, DeviceSummary summary) {
        long id = summary.id();
        List<Identifier> identifiers = handle.createQuery(
                        "SELECT kind, value FROM identifier WHERE device = ? ORDER BY kind, value")
                .bind(0, id)
                .map((row, context) -> new Identifier(row.getString(1), row.getString(2)))
                .list();
        long count = handle.createQuery("SELECT count(*) FROM report WHERE device = ?")
                .bind(0, id)
                .mapTo(Long.class)
                .one();
        List<ReportSummary> reports = handle.createQuery(REPORTS)
                .bind(0, id)
                .bind(1, DeviceDetails.MOST_REPORTS)
                .map((row, context) -> DeviceViews.report(row))
                .list();
        return new DeviceDetails(summary, identifiers, count, reports, hash(handle, id));
    }

    private static Optional<Outline> hash(Handle handle, long id) {
        return handle.createQuery(
                        "SELECT h.text FROM device d JOIN hardware_hash h ON h.report = d.hash_report WHERE d.id = ?")
                .bind(0, id)
                .mapTo(String.class)
                .findOne()
                .map(text -> HashOutline.of(HashContent.of(text)));
    }
}
