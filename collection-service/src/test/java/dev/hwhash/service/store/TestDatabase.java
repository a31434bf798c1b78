// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The database that the tests run on: SQLite, or with {@code -Dhwhash.database=postgresql} a PostgreSQL that is started
 * for them, from the machine's packages or {@code -Dhwhash.postgresql.image=IMAGE}. The file that SQLite would have
 * names the database there.
 */
public final class TestDatabase {

    private static final boolean SERVER =
            System.getProperty("hwhash.database", "").equals("postgresql");
    private static final String IMAGE = System.getProperty("hwhash.postgresql.image", "");
    private static final String TEMPLATE = "template_of_tests";
    private static final Map<Path, String> MADE = new TreeMap<>();
    private static Optional<PostgreSqlServer> started = Optional.empty();

    private TestDatabase() {}

    /** Whether it is PostgreSQL. */
    public static boolean isServer() {
        return SERVER;
    }

    /** The database in a file, or the one that stands for it. */
    public static DatabaseLocation at(Path file) {
        return SERVER ? server().location(name(file)) : new DatabaseLocation.Embedded(file);
    }

    /** The options by which the command finds the database of a folder, beside {@code --data}. */
    public static List<String> options(Path data) {
        return SERVER ? List.of("--database", server().url(name(data.resolve("hwhash.db")))) : List.of();
    }

    /** Lets a process sign in. */
    public static void prepare(ProcessBuilder process) {
        if (SERVER) {
            process.environment().put("HWHASH_DATABASE_PASSWORD", PostgreSqlServer.PASSWORD);
        }
    }

    /** The server of these tests. */
    public static synchronized PostgreSqlServer server() {
        if (started.isEmpty()) {
            PostgreSqlServer server = startServer("fsync=off", "full_page_writes=off");
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "postgresql"));
            execute(server, "CREATE DATABASE " + TEMPLATE);
            Database.open(server.location(TEMPLATE)).close();
            started = Optional.of(server);
        }
        return started.get();
    }

    private static PostgreSqlServer startServer(String... settings) {
        return IMAGE.isEmpty() ? InstalledPostgreSql.start(settings) : PostgreSqlInContainer.start(IMAGE, settings);
    }

    /** Makes a database without tables on the server of these tests, beside those that stand for files; its name. */
    public static String create() {
        String name = "n" + UUID.randomUUID().toString().replace("-", "");
        execute(server(), "CREATE DATABASE " + name);
        return name;
    }

    /** Connects to a database that was made by its name. */
    public static Connection connect(String name) throws SQLException {
        return server().connect(name);
    }

    /** The name on the server of the database that stands for a file; it is made at the first call. */
    public static synchronized String name(Path file) {
        Path path = file.toAbsolutePath().normalize();
        String known = MADE.get(path);
        if (known != null) {
            return known;
        }
        dropOld();
        String name = "t"
                + UUID.nameUUIDFromBytes(path.toString().getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
        execute(server(), "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        MADE.put(path, name);
        return name;
    }

    /** Those whose folder a test has left. */
    private static void dropOld() {
        Iterator<Map.Entry<Path, String>> made = MADE.entrySet().iterator();
        while (made.hasNext()) {
            Map.Entry<Path, String> each = made.next();
            if (!Files.exists(each.getKey().getParent())) {
                execute(server(), "DROP DATABASE " + each.getValue() + " WITH (FORCE)");
                made.remove();
            }
        }
    }

    /** An empty database of the server, without tables, as {@code --database} takes it. */
    public static String empty(String name) {
        execute(server(), "CREATE DATABASE " + name);
        return server().url(name);
    }

    /** Connects to it past the service. */
    public static Connection connect(Path file) throws SQLException {
        if (SERVER) {
            return server().connect(name(file));
        }
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 20000");
        }
        return connection;
    }

    /** Begins a transaction that keeps all other writers out. */
    public static String lockingOut(Path file) {
        return Engine.of(at(file)).begin();
    }

    /** Ends all connections to it from the server's side. */
    public static void cutOff(Path file) {
        execute(
                server(),
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name(file) + "'");
    }

    /** Has the service number its devices and reports behind those that a test put in. */
    public static void numbersFollow(Connection connection, long last) throws SQLException {
        if (SERVER) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "SELECT setval('device_number', " + last + "), setval('report_number', " + last + ")");
            }
        }
    }

    /** What SQLite says, or PostgreSQL. */
    public static String say(String embedded, String server) {
        return SERVER ? server : embedded;
    }

    private static void execute(PostgreSqlServer server, String sql) {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
