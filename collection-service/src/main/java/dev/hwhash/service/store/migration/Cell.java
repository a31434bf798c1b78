// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store.migration;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    record Whole(long value) implements Cell {}

    /** Text, as it is stored. */
    record Text(String value) implements Cell {}

    /** Bytes. */
    record Bytes(ByteBuffer value) implements Cell {}

    /** Reads the column at a place, from 1 on. */
    static Cell read(ResultSet row, int place, Kind kind) throws SQLException {
        return switch (kind) {
            case NUMBER -> number(row, place);
            case TEXT ->
                Optional.ofNullable(row.getString(place)).<Cell>map(Text::new).orElse(Empty.EMPTY);
            case BYTES ->
                Optional.ofNullable(row.getBytes(place))
                        .<Cell>map(bytes -> new Bytes(ByteBuffer.wrap(bytes)))
                        .orElse(Empty.EMPTY);
        };
    }

    private static Cell number(ResultSet row, int place) throws SQLException {
        long value = row.getLong(place);
        return row.wasNull() ? Empty.EMPTY : new Whole(value);
    }

    /** Binds it as a part of a key, which is never NULL. */
    default void bind(PreparedStatement statement, int place) throws SQLException {
        if (this instanceof Whole number) {
            statement.setLong(place, number.value());
        } else if (this instanceof Text text) {
            statement.setString(place, text.value());
        } else if (this instanceof Bytes bytes) {
            statement.setBytes(place, bytes.value().array());
        } else {
            throw new IllegalStateException("a key is empty");
        }
    }
}
