// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store.migration;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/** What stands in one column of one row; the same from both databases. Immutable. */
sealed interface Cell {

    /** What a column holds. */
    enum Kind {
        NUMBER,
        TEXT,
        BYTES;

        /** Of a type as PostgreSQL names it. */
        static Kind of(String type) {
            return switch (type) {
                case "int4", "int8" -> NUMBER;
                case "text" -> TEXT;
                case "bytea" -> BYTES;
                default -> throw new IllegalStateException("no column of the service is of the type " + type);
            };
        }
    }

    /** NULL. */
    enum Empty implements Cell {
        EMPTY
    }

    /** A whole number. */
    record Number(long value) implements Cell {}

    /** Text, as it is stored. */
    record Text(String value) implements Cell {}

    /** Bytes. */
    record Bytes(byte[] value) implements Cell {

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }

        @Override
        public String toString() {
            return value.length + " bytes";
        }
    }

    /** Reads the column at a place, from 1 on. */
    static Cell read(ResultSet row, int place, Kind kind) throws SQLException {
        return switch (kind) {
            case NUMBER -> number(row, place);
            case TEXT ->
                Optional.ofNullable(row.getString(place)).<Cell>map(Text::new).orElse(Empty.EMPTY);
            case BYTES ->
                Optional.ofNullable(row.getBytes(place)).<Cell>map(Bytes::new).orElse(Empty.EMPTY);
        };
    }

    private static Cell number(ResultSet row, int place) throws SQLException {
        long value = row.getLong(place);
        return row.wasNull() ? Empty.EMPTY : new Number(value);
    }

    /** Binds it as a part of a key, which is never NULL. */
    default void bind(PreparedStatement statement, int place) throws SQLException {
        if (this instanceof Number number) {
            statement.setLong(place, number.value());
        } else if (this instanceof Text text) {
            statement.setString(place, text.value());
        } else if (this instanceof Bytes bytes) {
            statement.setBytes(place, bytes.value());
        } else {
            throw new IllegalStateException("a key is empty");
        }
    }
}
