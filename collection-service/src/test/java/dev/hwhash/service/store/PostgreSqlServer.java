// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A PostgreSQL of the tests' own, at a port of loopback. */
public abstract sealed class PostgreSqlServer implements AutoCloseable
        permits InstalledPostgreSql, PostgreSqlInContainer {

    static final String USER = "hwhash";
    static final String PASSWORD = "not-secret-42";

    private final int port;

    PostgreSqlServer(int port) {
        this.port = port;
    }

    public final int port() {
        return port;
    }

    /** A database of it, as {@code --database} takes it. */
    public final String url(String database) {
        return "postgresql://" + USER + "@127.0.0.1:" + port + "/" + database;
    }

    public final String password() {
        return PASSWORD;
    }

    /** The same, for the service's own classes. */
    public final DatabaseLocation.PostgreSql location(String database) {
        return new DatabaseLocation.PostgreSql(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + USER, PASSWORD);
    }

    /** Connects to it past the service. */
    public final Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(location(database).url() + "&password=" + PASSWORD);
    }

    /** Runs a script for {@code psql}, which everybody may read. */
    abstract void psql(String database, Path script, String... options);

    /** What it has logged so far. */
    abstract String log() throws IOException;

    @Override
    public abstract void close();
}
