// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.hash.content.HashContent;
import dev.hwhash.device.outline.HashOutline;
import dev.hwhash.device.outline.Outline;
import dev.hwhash.service.search.Boards;
import dev.hwhash.service.search.Conflict;
import dev.hwhash.service.search.DeviceDetails;
import dev.hwhash.service.search.DeviceSummary;
import dev.hwhash.service.search.Identifier;
import dev.hwhash.service.search.ReportSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** All that is known of one device. For one transaction. */
final class SqlDetails {

    private static final String REPORTS = "SELECT report_id, received_at, collected_at, captured_at, source,"
            + " agent_version, content_sha256, token, (SELECT name FROM token t WHERE t.id = report.token) AS token_name,"
            + " client, serial_number, windows_product_id, manufacturer, model, group_tag, assigned_user,"
            + " EXISTS (SELECT 1 FROM hardware_hash h WHERE h.report = report.id) AS has_hash, flags"
            + " FROM report WHERE device = ? ORDER BY id DESC LIMIT ?";

    /** A serial number that a maker wrote into a whole series is shared by more than somebody compares. */
    private static final String RELATED =
            SqlIndex.DEVICE + " WHERE id IN (SELECT DISTINCT other.device FROM identifier mine"
                    + "%sidentifier other ON other.kind = mine.kind AND other.value = mine.value"
                    + " WHERE mine.device = :id AND other.device <> :id LIMIT 20) ORDER BY id";

    private final Handle handle;
    private final Dialect dialect;

    SqlDetails(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    DeviceDetails of(DeviceSummary summary) {
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
        List<DeviceSummary> related = handle.createQuery(RELATED.formatted(dialect.thenJoin()))
                .bind("id", id)
                .map((row, context) -> DeviceViews.summary(row))
                .list();
        return new DeviceDetails(
                summary,
                identifiers,
                count,
                reports,
                hash(id),
                conflicts(summary, related),
                Boards.changes(new SqlSightings(handle).of(id, related)));
    }

    private Optional<Outline> hash(long id) {
        return handle.createQuery(
                        "SELECT h.text FROM device d JOIN hardware_hash h ON h.report = d.hash_report WHERE d.id = ?")
                .bind(0, id)
                .mapTo(String.class)
                .findOne()
                .map(text -> HashOutline.of(HashContent.of(text)));
    }

    /** A flag names a rule and the other device; the one that came first bears none. */
    private static List<Conflict> conflicts(DeviceSummary device, List<DeviceSummary> related) {
        List<Conflict> conflicts = new ArrayList<>();
        for (DeviceSummary other : related) {
            rule(device, other)
                    .or(() -> rule(other, device))
                    .ifPresent(rule -> conflicts.add(new Conflict(rule, other)));
        }
        return conflicts;
    }

    private static Optional<String> rule(DeviceSummary of, DeviceSummary other) {
        String end = ":" + other.id();
        return of.flags().stream()
                .filter(flag -> flag.endsWith(end))
                .map(flag -> flag.substring(0, flag.length() - end.length()))
                .findFirst();
    }
}
