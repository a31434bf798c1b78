// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import dev.hwhash.service.store.DatabaseLocation;
import dev.hwhash.service.store.PostgreSqlServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Databases of a server, past the service. */
final class Databases {

    private Databases() {}

    /** Makes an empty one; returns its name. */
    static String create(PostgreSqlServer server, String name) {
        execute(server, "postgres", "CREATE DATABASE " + name);
        return name;
    }

    /** Removes one that nobody uses. */
    static void drop(PostgreSqlServer server, String name) {
        execute(server, "postgres", "DROP DATABASE " + name + " WITH (FORCE)");
    }

    static Connection connect(PostgreSqlServer server, String name) throws SQLException {
        DatabaseLocation.PostgreSql where = server.location(name);
        return DriverManager.getConnection(where.url() + "&password=" + where.password());
    }

    private static void execute(PostgreSqlServer server, String database, String sql) {
        try (Connection connection = connect(server, database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
