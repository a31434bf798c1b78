// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.service.intake.KnownDevice;
import dev.hwhash.service.intake.Submission;
import dev.hwhash.service.store.StoredRows.Earlier;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Reads for all reports of a group in two statements. What two of them share may change between the two, and is looked at
 * one by one.
 */
final class PrefetchedRows implements GroupLook {

    private static final String REPORTS =
            "SELECT report_id, token, content_sha256, received_at FROM report WHERE report_id = ANY (?)";

    private static final String CANDIDATES = "SELECT n.kind, n.value, " + StoredRows.DEVICE
            + " FROM unnest(?, ?) AS n (kind, value)"
            + " CROSS JOIN LATERAL (SELECT device FROM identifier WHERE kind = n.kind AND value = n.value"
            + StoredRows.MOST + ") AS i JOIN device d ON d.id = i.device FOR UPDATE OF d";

    private final Connection connection;
    private final StoredRows each;
    private final PreparedStatement reportsOf;
    private final PreparedStatement candidatesOf;
    private final Map<UUID, Earlier> reports = new HashMap<>();
    private final Map<Name, List<KnownDevice>> candidates = new HashMap<>();
    private final Set<Object> shared = new HashSet<>();

    /** By what a device is known. */
    private record Name(String kind, String value) {}

    PrefetchedRows(Connection connection, StoredRows each) throws SQLException {
        this.connection = connection;
        this.each = each;
        reportsOf = connection.prepareStatement(REPORTS);
        candidatesOf = connection.prepareStatement(CANDIDATES);
    }

    @Override
    public void begin(List<Submission> group) throws SQLException {
        reports.clear();
        candidates.clear();
        shared.clear();
        Set<UUID> ids = new HashSet<>();
        Map<Name, Submission> names = new HashMap<>();
        for (Submission submission : group) {
            if (!ids.add(submission.report().id())) {
                shared.add(submission.report().id());
            }
            for (Name name : names(submission.report().identity())) {
                if (names.put(name, submission) != null) {
                    shared.add(name);
                }
            }
        }
        readReports(ids);
        readCandidates(List.copyOf(names.keySet()));
        shareDevices(names);
    }

    /** Two reports may name one device by different names. */
    private void shareDevices(Map<Name, Submission> names) {
        Map<Long, Name> first = new HashMap<>();
        candidates.forEach((name, devices) -> devices.forEach(device -> {
            Name other = first.putIfAbsent(device.id(), name);
            if (other != null && !Objects.equals(names.get(other), names.get(name))) {
                shared.add(name);
                shared.add(other);
            }
        }));
    }

    private static List<Name> names(DeviceIdentity identity) {
        return DeviceRows.identifiers(identity).entrySet().stream()
                .map(name -> new Name(name.getKey(), name.getValue()))
                .toList();
    }

    private void readReports(Set<UUID> ids) throws SQLException {
        reportsOf.setArray(1, text(ids.stream().map(UUID::toString)));
        try (ResultSet rows = reportsOf.executeQuery()) {
            while (rows.next()) {
                reports.put(UUID.fromString(rows.getString("report_id")), StoredRows.earlier(rows));
            }
        }
    }

    private void readCandidates(List<Name> names) throws SQLException {
        candidatesOf.setArray(1, text(names.stream().map(Name::kind)));
        candidatesOf.setArray(2, text(names.stream().map(Name::value)));
        try (ResultSet rows = candidatesOf.executeQuery()) {
            while (rows.next()) {
                Name name = new Name(rows.getString("kind"), rows.getString("value"));
                candidates.computeIfAbsent(name, none -> new ArrayList<>()).add(StoredRows.device(rows));
            }
        }
    }

    private Array text(Stream<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    @Override
    public Optional<Earlier> report(UUID id) throws SQLException {
        return shared.contains(id) ? each.report(id) : Optional.ofNullable(reports.get(id));
    }

    @Override
    public List<KnownDevice> candidates(DeviceIdentity identity) throws SQLException {
        Map<Long, KnownDevice> found = new LinkedHashMap<>();
        for (Name name : names(identity)) {
            if (shared.contains(name)) {
                return each.candidates(identity);
            }
            candidates.getOrDefault(name, List.of()).forEach(device -> found.putIfAbsent(device.id(), device));
        }
        return List.copyOf(found.values());
    }
}
