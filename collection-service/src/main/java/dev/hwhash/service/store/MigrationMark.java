// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Says in a database that the data of a folder are not all in it yet. */
public final class MigrationMark {

    /** Its row in the table {@code setting}. */
    public static final String NAME = "migration";

    private MigrationMark() {}

    /** Refuses a database that has the mark; a data folder never has it. */
    static void requireNone(Engine engine) {
        if (engine.dialect() == Dialect.SQLITE) {
            return;
        }
        try (Connection connection = engine.reading().getConnection();
                PreparedStatement statement =
                        Statements.bind(connection.prepareStatement("SELECT 1 FROM setting WHERE name = ?"), NAME);
                ResultSet row = statement.executeQuery()) {
            if (row.next()) {
                throw new IllegalStateException("the data of a folder are being moved into it, and not all are there;"
                        + " run migrate with the same --from and --to until it says that all are the same");
            }
        } catch (SQLException e) {
            throw StoreException.of("it cannot be read", e);
        }
    }
}
