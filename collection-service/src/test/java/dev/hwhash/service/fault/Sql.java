// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.fault;

import dev.hwhash.service.store.PostgreSqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What its administrator does to a server. */
final class Sql {

    private Sql() {}

    static void run(PostgreSqlServer server, String... statements) {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", statements), e);
        }
    }
}
