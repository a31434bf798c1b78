// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.intake.Submission;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * One of several writers: it locks the ids of its reports and all names of their devices, always in the same order, and
 * only then takes numbers. So two reports of one device are stored one after the other, and the later one has the higher
 * number, wherever they came in.
 */
final class SharedNumbering implements Numbering {

    private static final String LOCK = "SELECT count(pg_advisory_xact_lock(name)) FROM unnest(?) AS name";

    private static final String TAKE =
            "SELECT nextval('report_number'), nextval('device_number')" + " FROM generate_series(1, ?)";

    private final Connection connection;
    private final PreparedStatement lock;
    private final PreparedStatement take;
    private final Deque<Long> reports = new ArrayDeque<>();
    private final Deque<Long> devices = new ArrayDeque<>();

    SharedNumbering(Connection connection) throws SQLException {
        this.connection = connection;
        lock = connection.prepareStatement(LOCK);
        take = connection.prepareStatement(TAKE);
    }

    @Override
    public void begin(List<Submission> group) throws SQLException {
        Object[] names = group.stream()
                .flatMapToLong(SharedNumbering::names)
                .distinct()
                .sorted()
                .boxed()
                .toArray();
        lock.setArray(1, connection.createArrayOf("bigint", names));
        lock.executeQuery().close();
        reports.clear();
        devices.clear();
        take.setInt(1, group.size());
        try (ResultSet numbers = take.executeQuery()) {
            while (numbers.next()) {
                reports.add(numbers.getLong(1));
                devices.add(numbers.getLong(2));
            }
        }
    }

    private static LongStream names(Submission submission) {
        Stream<String> identifiers = DeviceRows.identifiers(submission.report().identity()).entrySet().stream()
                .map(identifier -> identifier.getKey() + ' ' + identifier.getValue());
        return Stream.concat(Stream.of("report " + submission.report().id()), identifiers)
                .mapToLong(SharedNumbering::number);
    }

    /** Two names that share a number only wait for each other; nobody can look for such names in good time. */
    private static long number(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }

    @Override
    public long nextReport() {
        return reports.remove();
    }

    @Override
    public long nextDevice() {
        return devices.remove();
    }
}
