// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** What only one of the replicas that start at once prepares; the others find it prepared. */
public final class FirstStart {

    private FirstStart() {}

    /**
     * What is done by one after the other.
     *
     * @param <X> what it throws
     */
    @FunctionalInterface
    public interface Work<X extends Exception> {

        /**
         * Does it.
         *
         * @throws X where it fails
         */
        void run() throws X;
    }

    /**
     * Does something while no other replica does it.
     *
     * @param database what the replicas have in common
     * @param work done on connections of its own
     * @param <X> what it throws
     * @throws X where the work fails
     * @throws StoreException if the others do not end, or the database cannot be reached
     */
    public static <X extends Exception> void alone(Database database, Work<X> work) throws X {
        Optional<String> lock = database.engine().firstStart();
        if (lock.isEmpty()) {
            work.run();
            return;
        }
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN; " + lock.get());
            work.run();
            statement.execute("COMMIT");
        } catch (SQLException e) {
            throw StoreException.of("the database cannot be prepared", e);
        }
    }
}
