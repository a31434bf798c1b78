// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import dev.hwhash.service.ServiceProcess;
import dev.hwhash.service.store.PostgreSqlServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One service of several on a database: a process with a folder of its own. */
final class Replica implements AutoCloseable {

    private static final Path JAR = Path.of("target", "app", "hwhash-collection-service.jar");
    private static final long PATIENCE_MILLIS = 60_000;

    private final Path data;
    private final Process process;
    private final URI url;

    private Replica(Path data, Process process, URI url) {
        this.data = data;
        this.process = process;
        this.url = url;
    }

    /** Starts one on a database of a server, and waits until it is ready. */
    static Replica start(Path data, PostgreSqlServer server, String database) throws IOException, InterruptedException {
        Path out = data.resolveSibling(data.getFileName() + ".out");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        JAR.toAbsolutePath().toString(),
                        "--data",
                        data.toString(),
                        "--port",
                        "0",
                        "--database",
                        server.url(database))
                .redirectOutput(out.toFile())
                .redirectError(log(data).toFile());
        builder.environment().put("HWHASH_DATABASE_PASSWORD", server.password());
        Process process = builder.start();
        return new Replica(data, process, ready(process, out, data));
    }

    private static Path log(Path data) {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private static URI ready(Process process, Path out, Path data) throws IOException, InterruptedException {
        for (long waited = 0; waited < PATIENCE_MILLIS && process.isAlive(); waited += 20) {
            Optional<String> ready = Files.readAllLines(out).stream()
                    .filter(line -> line.startsWith("ready "))
                    .findFirst();
            if (ready.isPresent()) {
                return URI.create(ready.get().substring("ready ".length()));
            }
            Thread.sleep(20);
        }
        process.destroyForcibly();
        throw new IllegalStateException("the service did not start: " + Files.readString(log(data)));
    }

    URI url() {
        return url;
    }

    /** The secret of the first token; only the first replica on a database has it. */
    String token() {
        return ServiceProcess.token(data.resolve("enrolment.conf"));
    }

    OsProcess process() {
        return new OsProcess(process.pid());
    }

    Metrics metrics() {
        return new Metrics(url);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
