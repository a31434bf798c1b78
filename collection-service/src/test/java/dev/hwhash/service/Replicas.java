// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Two services on one database, each with a folder of its own. */
final class Replicas implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final ServiceProcess one;
    final ServiceProcess two;
    private final Path folder;

    private Replicas(Path folder, ServiceProcess one, ServiceProcess two) {
        this.folder = folder;
        this.one = one;
        this.two = two;
    }

    /** The database of a folder of tests. */
    static String database(Path folder) {
        return TestDatabase.options(folder.resolve("one")).get(1);
    }

    /** Starts the second when the first is ready. */
    static Replicas start(Path folder) {
        return start(folder, () -> ServiceProcess.startOn(database(folder), folder.resolve("two")));
    }

    /** The same; the clock of the second's machine is off. */
    static Replicas startOff(Path folder, String offset) {
        return start(folder, () -> ServiceProcess.startOffOn(database(folder), folder.resolve("two"), offset));
    }

    private static Replicas start(Path folder, Supplier<ServiceProcess> second) {
        ServiceProcess one = ServiceProcess.startOn(database(folder), folder.resolve("one"));
        try {
            return new Replicas(folder, one, second.get());
        } catch (RuntimeException e) {
            one.close();
            throw e;
        }
    }

    /** Lets a browser go on at another replica, as a load balancer does. */
    static SignedIn at(ServiceProcess replica, SignedIn browser) {
        SignedIn other = new SignedIn(replica.url());
        other.cookies().putAll(browser.cookies());
        return other;
    }

    Connection connect() throws SQLException {
        return TestDatabase.connect(folder.resolve("one").resolve("hwhash.db"));
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Connection connection = connect();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Waits for something; returns how many milliseconds that took. */
    static long await(String what, BooleanSupplier done) throws InterruptedException {
        long start = System.nanoTime();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("not in time: " + what);
            }
            Thread.sleep(20);
        }
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    @Override
    public void close() {
        one.close();
        two.close();
        forgetShared();
    }

    /** What libfaketime shares stays where its process was killed. */
    private void forgetShared() {
        try {
            Files.deleteIfExists(Path.of("/dev/shm", "faketime_shm_" + two.pid()));
            Files.deleteIfExists(Path.of("/dev/shm", "sem.faketime_sem_" + two.pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
