// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.hash.EkHash;
import dev.hwhash.device.hash.SmbiosUuid;
import dev.hwhash.service.intake.Report;
import dev.hwhash.service.intake.Submission;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tables {@code device} and {@code identifier}, for the writer. Used by one thread. */
final class DeviceRows {

    private static final String EK = "ek";
    private static final String UUID_KIND = "smbios-uuid";
    private static final String SERIAL = "serial";

    private static final String INSERT = "INSERT INTO device (ek_hash, smbios_uuid, known_serial, known_manufacturer,"
            + " known_model, serial_number, windows_product_id, manufacturer, model, group_tag, assigned_user, flags,"
            + " last_received_at, token, client, captured_at, newest_report, hash_report, id, first_received_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String REPLACE = "UPDATE device SET ek_hash = coalesce(?, ek_hash),"
            + " smbios_uuid = coalesce(?, smbios_uuid), known_serial = coalesce(?, known_serial),"
            + " known_manufacturer = coalesce(?, known_manufacturer), known_model = coalesce(?, known_model),"
            + " serial_number = coalesce(?, serial_number), windows_product_id = coalesce(?, windows_product_id),"
            + " manufacturer = coalesce(?, manufacturer), model = coalesce(?, model),"
            + " group_tag = coalesce(?, group_tag), assigned_user = coalesce(?, assigned_user), flags = ?,"
            + " last_received_at = ?, token = ?, client = ?, captured_at = ?, newest_report = ?, hash_report = coalesce(?, hash_report),"
            + " state = 'pending' WHERE id = ?";

    /** By what it is known may grow, whatever its state. */
    private static final String SEEN = "UPDATE device SET ek_hash = coalesce(ek_hash, ?),"
            + " smbios_uuid = coalesce(smbios_uuid, ?), known_serial = coalesce(known_serial, ?),"
            + " known_manufacturer = coalesce(known_manufacturer, ?), known_model = coalesce(known_model, ?),"
            + " last_received_at = ?, token = ?, client = ? WHERE id = ?";

    /** The newer facts stay, what they leave open is filled in; but nothing is added to what somebody decided. */
    private static final String FILL_IN = "UPDATE device SET serial_number = coalesce(serial_number, ?),"
            + " windows_product_id = coalesce(windows_product_id, ?), manufacturer = coalesce(manufacturer, ?),"
            + " model = coalesce(model, ?), group_tag = coalesce(group_tag, ?),"
            + " assigned_user = coalesce(assigned_user, ?), hash_report = coalesce(hash_report, ?)"
            + " WHERE id = ? AND state = 'pending'";

    private final PreparedStatement insert;
    private final PreparedStatement replace;
    private final PreparedStatement seen;
    private final PreparedStatement fillIn;
    private final PreparedStatement identify;

    DeviceRows(Statements statements) throws SQLException {
        insert = statements.prepareInsert(INSERT);
        replace = statements.prepare(REPLACE);
        seen = statements.prepare(SEEN);
        fillIn = statements.prepare(FILL_IN);
        identify = statements.prepareInsert(
                "INSERT INTO identifier (kind, value, device) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
    }

    void insert(long id, Facts facts) throws SQLException {
        bindFacts(insert, facts, id, facts.receivedAt().toEpochMilli()).addBatch();
        identify(id, facts.report().identity());
    }

    /** Takes newer facts. Whoever decided has not seen them: the device is pending again. */
    void replace(long id, Facts facts) throws SQLException {
        bindFacts(replace, facts, id).executeUpdate();
        identify(id, facts.report().identity());
    }

    /** Takes what older facts know and the device's do not, unless somebody has decided about the device. */
    void fillIn(long id, Facts facts) throws SQLException {
        Submission from = facts.submission();
        long received = facts.receivedAt().toEpochMilli();
        Statements.bind(seen, joined(identity(facts.report()), received, from.token(), from.client(), id))
                .executeUpdate();
        Statements.bind(fillIn, joined(stated(facts.report()), facts.hashReport(), id))
                .executeUpdate();
        identify(id, facts.report().identity());
    }

    /** What a report brings to its device. */
    record Facts(Submission submission, long row, Instant receivedAt, Optional<Instant> capturedAt, String flags) {

        Report report() {
            return submission.report();
        }

        Optional<Long> hashReport() {
            return report().device().value(Field.HARDWARE_HASH).map(text -> row);
        }
    }

    private static PreparedStatement bindFacts(PreparedStatement statement, Facts facts, Object... more)
            throws SQLException {
        Submission from = facts.submission();
        Object[] known = joined(identity(facts.report()), stated(facts.report()));
        Object[] values = joined(
                known,
                facts.flags(),
                facts.receivedAt().toEpochMilli(),
                from.token(),
                from.client(),
                facts.capturedAt().map(Instant::toEpochMilli),
                facts.row(),
                facts.hashReport());
        return Statements.bind(statement, joined(values, more));
    }

    private static Object[] joined(Object[] values, Object... more) {
        Object[] all = Arrays.copyOf(values, values.length + more.length);
        System.arraycopy(more, 0, all, values.length, more.length);
        return all;
    }

    private static Object[] identity(Report report) {
        DeviceIdentity identity = report.identity();
        return new Object[] {
            identity.ekHash().map(EkHash::hex),
            identity.smbiosUuid().map(SmbiosUuid::toString),
            identity.serialNumber(),
            identity.manufacturer(),
            identity.model()
        };
    }

    private static Object[] stated(Report report) {
        DeviceRecord device = report.device();
        return new Object[] {
            device.value(Field.SERIAL_NUMBER),
            device.value(Field.WINDOWS_PRODUCT_ID),
            device.value(Field.MANUFACTURER),
            device.value(Field.MODEL),
            device.value(Field.GROUP_TAG),
            device.value(Field.ASSIGNED_USER)
        };
    }

    private void identify(long id, DeviceIdentity identity) throws SQLException {
        for (Map.Entry<String, String> identifier : identifiers(identity).entrySet()) {
            Statements.bind(identify, identifier.getKey(), identifier.getValue(), id)
                    .addBatch();
        }
    }

    /** By the serial number alone, not by all names: so that a doubt is found too. */
    static Map<String, String> identifiers(DeviceIdentity identity) {
        Map<String, String> identifiers = new LinkedHashMap<>();
        identity.ekHash().ifPresent(ek -> identifiers.put(EK, ek.hex()));
        identity.smbiosUuid().ifPresent(uuid -> identifiers.put(UUID_KIND, uuid.toString()));
        identity.serialNumber().ifPresent(serial -> identifiers.put(SERIAL, serial));
        return identifiers;
    }
}
