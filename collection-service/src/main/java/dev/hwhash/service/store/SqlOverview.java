// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.approval.DeviceState;
import dev.hwhash.service.live.Overview;
import dev.hwhash.service.live.OverviewSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts devices over a connection of its own. Used by one thread at a time; to be closed before the database. */
public final class SqlOverview implements OverviewSource {

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private static final String STATES = "SELECT state, count(*) FROM %s GROUP BY state";
    private static final String SINCE = "SELECT count(*) FROM %s WHERE last_received_at > ?";
    private static final String LAST = "SELECT last_received_at FROM %s ORDER BY last_received_at DESC LIMIT 1";
    private static final String DAYS =
            "SELECT first_received_at / ?, count(*) FROM %s WHERE first_received_at >= ? GROUP BY 1";

    private final Dialect dialect;
    private final LastingConnection<Connection> lasting;

    /**
     * Opens the connection.
     *
     * @param database where the devices are
     * @throws StoreException if the database cannot be read
     */
    public SqlOverview(ReadOnlyDatabase database) {
        try {
            dialect = database.dialect();
            lasting = new LastingConnection<>(database::connection, connection -> connection);
        } catch (SQLException e) {
            throw StoreException.of("the database cannot be read", e);
        }
    }

    /**
     * Returns what SQLite counts up when another connection has changed the database, or the number of the transaction
     * that PostgreSQL gives next.
     *
     * @see <a href="https://www.sqlite.org/pragma.html#pragma_data_version">data_version</a>
     */
    @Override
    public long version() {
        return number(dialect.version()).orElse(0L);
    }

    @Override
    public Overview count(Instant now) {
        return new Overview(
                states(),
                since(now.minus(Duration.ofMinutes(1))),
                since(now.minus(Duration.ofHours(1))),
                number(LAST.formatted(dialect.devicesBy("device_by_time"))).map(Instant::ofEpochMilli),
                days(now.atZone(ZoneOffset.UTC).toLocalDate()));
    }

    private Map<DeviceState, Long> states() {
        Map<DeviceState, Long> states = new EnumMap<>(DeviceState.class);
        try (Statement statement = lasting.prepared().createStatement();
                ResultSet rows = statement.executeQuery(STATES.formatted(dialect.devicesBy("device_by_state")))) {
            while (rows.next()) {
                states.put(DeviceState.named(rows.getString(1)).orElseThrow(), rows.getLong(2));
            }
            return states;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private long since(Instant start) {
        return number(SINCE.formatted(dialect.devicesBy("device_by_time")), start.toEpochMilli())
                .orElse(0L);
    }

    private List<Overview.Day> days(LocalDate today) {
        LocalDate first = today.minusDays(Overview.DAYS - 1L);
        Map<Long, Long> counts = new HashMap<>();
        String sql = DAYS.formatted(dialect.devicesBy("device_by_first_time"));
        try (PreparedStatement statement = lasting.prepared().prepareStatement(sql)) {
            Statements.bind(statement, DAY_MILLIS, first.toEpochDay() * DAY_MILLIS);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getLong(1), rows.getLong(2));
                }
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
        List<Overview.Day> days = new ArrayList<>();
        for (int i = 0; i < Overview.DAYS; i++) {
            LocalDate day = first.plusDays(i);
            days.add(new Overview.Day(day, counts.getOrDefault(day.toEpochDay(), 0L)));
        }
        return days;
    }

    private Optional<Long> number(String sql, Object... values) {
        try (PreparedStatement statement = lasting.prepared().prepareStatement(sql);
                ResultSet row = Statements.bind(statement, values).executeQuery()) {
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private StoreException unreadable(SQLException e) {
        lasting.broke();
        return StoreException.of("the devices cannot be counted", e);
    }

    @Override
    public void close() {
        lasting.close();
    }
}
