// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.store.InstalledPostgreSql;
import dev.hwhash.service.store.InstalledPrograms;
import dev.hwhash.service.store.ServerOnly;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to the database with TLS: its certificate is checked, and its name. */
@InstalledPrograms
@ServerOnly("a file")
class DatabaseTlsIT {

    @TempDir
    static Path folder;

    private static InstalledPostgreSql server;
    private static Path authority;

    @BeforeAll
    static void start() throws Exception {
        KeyStores keys = KeyStores.in(Files.createDirectory(folder.resolve("keys")));
        authority = keys.certificate();
        server = InstalledPostgreSql.start("listen_addresses=127.0.0.1,127.0.0.2");
        server.runOther(List.of(
                "sh",
                "-c",
                "umask 077 && printf %s \"$1\" >data/server.crt && printf %s \"$2\" >data/server.key",
                "sh",
                Files.readString(authority),
                Files.readString(keys.key())));
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET ssl = on");
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aServerThatIsKnownIsTalkedToInTlsAlone() throws SQLException {
        String url = url("127.0.0.1", authority);
        try (ServiceProcess service = ServiceProcess.startOn(url, folder.resolve("known"))) {
            assertThat(service.put(UUID.randomUUID(), Bodies.report("HWHASH-0001"))
                            .status())
                    .isEqualTo(201);
            assertThat(connections("true")).isPositive();
            assertThat(connections("false")).isZero();
        }
    }

    @Test
    void aServerOfAnotherAuthorityIsNotTalkedTo() throws Exception {
        KeyStores others = KeyStores.in(Files.createDirectory(folder.resolve("others")));
        refused(url("127.0.0.1", others.certificate()));
    }

    @Test
    void aServerOfAnotherNameIsNotTalkedTo() {
        refused(url("127.0.0.2", authority));
    }

    private static void refused(String url) {
        ServiceProcess.Ended ended =
                ServiceProcess.run("--data", folder.resolve("refused").toString(), "--port", "0", "--database", url);
        assertThat(ended.code()).isEqualTo(20);
        assertThat(ended.err()).startsWith("error: database: ").contains("sslrootcert");
    }

    private static String url(String host, Path authority) {
        return server.url("postgres").replace("127.0.0.1", host) + "?sslmode=verify-full&sslrootcert=" + authority;
    }

    private static int connections(String encrypted) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT count(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)"
                                + " WHERE application_name = 'hwhash-collection-service' AND ssl = " + encrypted)) {
            row.next();
            return row.getInt(1);
        }
    }
}
