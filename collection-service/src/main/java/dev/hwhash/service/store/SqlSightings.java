// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.service.search.DeviceDetails;
import dev.hwhash.service.search.DeviceSummary;
import dev.hwhash.service.search.Sighting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What the reports of a device, and of those that share a name with it, said of their boards. For one transaction. */
final class SqlSightings {

    /** Of each other device; with its own reports they bound what one page reads. */
    private static final int OF_OTHERS = 10;

    private static final String REPORTS = "SELECT r.id, r.device, r.report_id, r.received_at, r.serial_number,"
            + " r.manufacturer, r.model, h.text FROM report r LEFT JOIN hardware_hash h ON h.report = r.id"
            + " WHERE r.device = ? ORDER BY r.id DESC LIMIT ?";

    private record Numbered(long number, Sighting sighting) {}

    private final Handle handle;

    SqlSightings(Handle handle) {
        this.handle = handle;
    }

    /** Returns them in the order in which they came. */
    List<Sighting> of(long device, List<DeviceSummary> related) {
        Stream<Numbered> others = related.stream().flatMap(other -> newest(other.id(), OF_OTHERS).stream());
        return Stream.concat(newest(device, DeviceDetails.MOST_REPORTS).stream(), others)
                .sorted((one, other) -> Long.compare(one.number, other.number))
                .map(Numbered::sighting)
                .toList();
    }

    private List<Numbered> newest(long device, int most) {
        return handle.createQuery(REPORTS)
                .bind(0, device)
                .bind(1, most)
                .map((row, context) -> new Numbered(row.getLong("id"), sighting(row)))
                .list();
    }

    private static Sighting sighting(ResultSet row) throws SQLException {
        return new Sighting(
                row.getLong("device"),
                row.getString("report_id"),
                Instant.ofEpochMilli(row.getLong("received_at")),
                DeviceIdentity.of(facts(row)));
    }

    private static DeviceRecord facts(ResultSet row) throws SQLException {
        Map<Field, String> facts = new EnumMap<>(Field.class);
        facts.put(Field.SERIAL_NUMBER, text(row, "serial_number"));
        facts.put(Field.MANUFACTURER, text(row, "manufacturer"));
        facts.put(Field.MODEL, text(row, "model"));
        facts.put(Field.HARDWARE_HASH, text(row, "text"));
        return new DeviceRecord(facts);
    }

    /** Returns blank text for what is not known. */
    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
