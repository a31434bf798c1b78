// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a table by their key, one after the other. Used by one thread; to be closed. */
final class Rows implements AutoCloseable {

    /** Of so many rows a server sends some megabytes at once, where it is asked within a transaction. */
    private static final int AT_ONCE = 1000;

    private final List<Cell.Kind> kinds;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private long replaced;

    private Rows(List<Cell.Kind> kinds, PreparedStatement statement, List<Cell> bound) throws SQLException {
        this.kinds = kinds;
        this.statement = statement;
        statement.setFetchSize(AT_ONCE);
        for (int i = 0; i < bound.size(); i++) {
            bound.get(i).bind(statement, i + 1);
        }
        this.rows = statement.executeQuery();
    }

    /** All, or those behind a key. */
    static Rows of(Connection connection, Table table, Optional<List<Cell>> after) throws SQLException {
        String sql = after.isPresent() ? table.selectAfter() : table.select();
        return new Rows(table.kinds(), connection.prepareStatement(sql), after.orElse(List.of()));
    }

    /** The key of the last row, where there is one. */
    static Optional<List<Cell>> lastKey(Connection connection, Table table) throws SQLException {
        try (Rows last = new Rows(table.keyKinds(), connection.prepareStatement(table.selectLast()), List.of())) {
            return last.next() ? Optional.of(last.row()) : Optional.empty();
        }
    }

    boolean next() throws SQLException {
        return rows.next();
    }

    /** The row at which it stands, as PostgreSQL can hold it. */
    List<Cell> row() throws SQLException {
        List<Cell> cells = new ArrayList<>(kinds.size());
        for (int i = 0; i < kinds.size(); i++) {
            cells.add(storable(Cell.read(rows, i + 1, kinds.get(i))));
        }
        return cells;
    }

    /**
     * U+0000 is no character of PostgreSQL's text; an agent's version may have it, since nobody asks for that.
     *
     * @see <a href="https://www.postgresql.org/docs/current/datatype-character.html">Character Types</a>
     */
    private Cell storable(Cell cell) {
        if (cell instanceof Cell.Text text && text.value().indexOf('\0') >= 0) {
            replaced++;
            return new Cell.Text(text.value().replace('\0', '\uFFFD'));
        }
        return cell;
    }

    /** How many texts were changed so far, since PostgreSQL cannot hold them. */
    long replaced() {
        return replaced;
    }

    @Override
    public void close() throws SQLException {
        try (statement) {
            rows.close();
        }
    }
}
