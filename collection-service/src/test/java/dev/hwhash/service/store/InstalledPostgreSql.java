// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** From the machine's packages, as another user where this one is root; what runs in it can be stopped and killed. */
public final class InstalledPostgreSql extends PostgreSqlServer {

    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");
    private static final long ROOM = 4L << 30;
    private static final Duration LONGEST_SCRIPT = Duration.ofHours(1);

    private final Path folder;
    private final List<String> settings;

    private InstalledPostgreSql(Path folder, int port, List<String> settings) {
        super(port);
        this.folder = folder;
        this.settings = settings;
    }

    /** Makes and starts one; settings as in its file, such as {@code fsync=off}. */
    public static InstalledPostgreSql start(String... settings) {
        return startMade(List.of(), settings);
    }

    /** The same, made with options of {@code initdb}. */
    public static InstalledPostgreSql startMade(List<String> options, String... settings) {
        try {
            Path folder = Files.createTempDirectory(place(List.of(settings)), "hwhash-postgresql");
            InstalledPostgreSql server = new InstalledPostgreSql(folder, freePort(), List.of(settings));
            server.make(options);
            server.startAgain();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hundreds of files are made for each database of a test: in memory, where there is room and a disk proves nothing. */
    private static Path place(List<String> settings) {
        Path memory = Path.of("/dev/shm");
        boolean fits = settings.contains("fsync=off")
                && Files.isWritable(memory)
                && memory.toFile().getUsableSpace() > ROOM;
        return fits ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void make(List<String> options) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path password = folder.resolve("password");
        Files.writeString(password, PASSWORD);
        List<String> all = new ArrayList<>(List.of(
                "-D",
                data(),
                "-U",
                USER,
                "--pwfile",
                password.toString(),
                "-A",
                // In the clear on this machine: SCRAM takes a JVM that has just started 40 ms for each connection.
                "password",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--no-sync"));
        all.addAll(options);
        run("initdb", all.toArray(String[]::new));
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** Starts it after a stop, and waits until it takes connections. */
    public void startAgain() {
        List<String> options = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port(),
                "unix_socket_directories=" + folder,
                "max_connections=200"));
        options.addAll(settings);
        StringBuilder line = new StringBuilder();
        options.forEach(option -> line.append(" -c ").append(option));
        run(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-t",
                "60",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                line.toString(),
                "start");
    }

    /** Ends it: smart, fast or immediate, which is as if it crashed. */
    public void stop(String mode) {
        run("pg_ctl", "-D", data(), "-w", "-t", "60", "-m", mode, "stop");
    }

    /** All its processes, the first of them before the others. */
    public List<ProcessHandle> processes() {
        try {
            String pid = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"))
                    .get(0)
                    .strip();
            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            return Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that has started all others of it. */
    public long pid() {
        return processes().get(0).pid();
    }

    /** Kills all its processes at once. */
    public void kill() {
        try {
            List<ProcessHandle> all = processes();
            all.forEach(ProcessHandle::destroyForcibly);
            for (ProcessHandle each : all) {
                each.onExit().get(10, TimeUnit.SECONDS);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    @Override
    void psql(String database, Path script, String... options) {
        List<String> all = new ArrayList<>(
                List.of("--host=127.0.0.1", "--port=" + port(), "--username=" + USER, "--file=" + script));
        all.addAll(List.of(options));
        all.add(database);
        run(LONGEST_SCRIPT, "psql", all.toArray(String[]::new));
    }

    /** Runs one of its programs, for two minutes at most. */
    public String run(String program, String... arguments) {
        return run(Duration.ofMinutes(2), program, arguments);
    }

    /** Runs one of its programs. */
    public String run(Duration longest, String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program(program)));
        command.addAll(Arrays.asList(arguments));
        return run(longest, command);
    }

    /** Runs another program as the user of the server. */
    public String runOther(List<String> program) {
        return run(Duration.ofMinutes(2), program);
    }

    private String run(Duration longest, List<String> program) {
        try {
            List<String> command = new ArrayList<>();
            if (System.getProperty("user.name").equals("root")) {
                command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
            }
            command.addAll(program);
            Path out = Files.createTempFile("hwhash", ".postgresql");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
            builder.directory(folder.toFile()).environment().put("PGPASSWORD", PASSWORD);
            Process process = builder.start();
            boolean ended = process.waitFor(longest.toSeconds(), TimeUnit.SECONDS);
            String words = Files.readString(out);
            Files.delete(out);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(program.get(0) + " failed: " + words);
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String program(String name) {
        try (Stream<Path> versions = Files.list(PACKAGES)) {
            return versions.map(version -> version.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .max(Comparator.naturalOrder())
                    .orElseThrow(
                            () -> new IllegalStateException("no PostgreSQL here: dev/postgresql-setup installs it"))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            stop("immediate");
        } catch (IllegalStateException e) {
            // It may have been killed.
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
