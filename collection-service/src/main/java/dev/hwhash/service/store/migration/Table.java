// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store.migration;

import dev.hwhash.service.store.MigrationMark;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table that is moved, as PostgreSQL describes it. Immutable.
 *
 * @param name in both databases
 * @param columns all, by name
 * @param key the columns of the primary key, in its order
 */
record Table(String name, Map<String, Cell.Kind> columns, List<String> key) {

    /** Rows that are of one database alone: the mark, and that SQLite has something to overwrite. */
    private static final String ROWS = " WHERE NOT (%s IN ('" + MigrationMark.NAME + "', 'overwritingDue'))";

    /** Asks PostgreSQL for a table. */
    static Table of(Connection postgresql, String name) throws SQLException {
        DatabaseMetaData about = postgresql.getMetaData();
        Map<String, Cell.Kind> columns = new TreeMap<>();
        try (ResultSet row = about.getColumns(null, "public", name, null)) {
            while (row.next()) {
                columns.put(row.getString("COLUMN_NAME"), Cell.Kind.of(row.getString("TYPE_NAME")));
            }
        }
        Map<Integer, String> key = new TreeMap<>();
        try (ResultSet row = about.getPrimaryKeys(null, "public", name)) {
            while (row.next()) {
                key.put(row.getInt("KEY_SEQ"), row.getString("COLUMN_NAME"));
            }
        }
        return new Table(name, columns, List.copyOf(key.values()));
    }

    /** All rows by their key. */
    String select() {
        return "SELECT " + list(columnNames()) + from() + order("");
    }

    /** The rows behind a key. */
    String selectAfter() {
        String places = key.stream().map(part -> "?").collect(Collectors.joining(", "));
        return "SELECT " + list(columnNames()) + from() + " AND (" + list(key) + ") > (" + places + ")" + order("");
    }

    /** The key of the last row. */
    String selectLast() {
        return "SELECT " + list(key) + from() + order(" DESC") + " LIMIT 1";
    }

    String count() {
        return "SELECT count(*)" + from();
    }

    /** Takes rows in COPY's text format. */
    String copy() {
        return "COPY \"" + name + "\" (" + list(columnNames()) + ") FROM STDIN";
    }

    List<Cell.Kind> kinds() {
        return List.copyOf(columns.values());
    }

    List<Cell.Kind> keyKinds() {
        List<Cell.Kind> kinds = new ArrayList<>();
        key.forEach(part -> kinds.add(columns.get(part)));
        return kinds;
    }

    private String from() {
        String rows = name.equals("setting") ? ROWS.formatted("\"name\"") : " WHERE TRUE";
        return " FROM \"" + name + "\"" + rows;
    }

    private String order(String direction) {
        return key.stream()
                .map(part -> "\"" + part + "\"" + direction)
                .collect(Collectors.joining(", ", " ORDER BY ", ""));
    }

    private List<String> columnNames() {
        return List.copyOf(columns.keySet());
    }

    private static String list(List<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }
}
