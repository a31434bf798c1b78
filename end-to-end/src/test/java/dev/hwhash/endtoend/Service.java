// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, on one data folder, which outlives it. */
final class Service implements AutoCloseable {

    private static final Path ROOT =
            Path.of(System.getProperty("hwhash.root", "..")).toAbsolutePath().normalize();
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String READY = "ready ";

    private final Path data;
    private final Path words;
    private final Process process;
    private final URI url;

    private Service(Path data, List<String> options) {
        this.data = data;
        try {
            this.words = Files.createTempFile("hwhash-service", ".stderr");
            Path stdout = Files.createTempFile("hwhash-service", ".stdout");
            List<String> arguments = new ArrayList<>(List.of("--data", data.toString()));
            arguments.addAll(options);
            this.process = new ProcessBuilder(command(arguments))
                    .redirectOutput(stdout.toFile())
                    .redirectError(words.toFile())
                    .start();
            // A test that fails in between leaves none behind.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            this.url = URI.create(awaitReady(stdout));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a service and returns when it says that it is ready. */
    static Service start(Path data, int port, String... options) {
        List<String> all = new ArrayList<>(List.of("--port", Integer.toString(port)));
        all.addAll(List.of(options));
        return new Service(data, all);
    }

    /** Starts a service on a port that was free. */
    static Service start(Path data) {
        return start(data, 0);
    }

    URI url() {
        return url;
    }

    int port() {
        return url.getPort();
    }

    /** Returns the file with the enrolment token that the first start made. */
    Path enrolment() {
        return data.resolve("enrolment.conf");
    }

    /** Returns the file with the enrolment token, to be sent to another address that leads here. */
    Path enrolmentAt(URI address) throws IOException {
        Path file = data.resolve("enrolment-" + address.getPort() + ".conf");
        String lines = Files.readString(enrolment());
        Files.writeString(file, lines.replaceFirst("service = .*", "service = " + address));
        return file;
    }

    /** Returns all devices as the file that Intune imports. */
    String exported() throws IOException, InterruptedException {
        return exported(HttpClient.newHttpClient());
    }

    /** Returns the same, asked by a client that trusts the service's certificate. */
    String exported(HttpClient client) throws IOException, InterruptedException {
        return get("/v1/export?format=autopilot", exportToken(), client);
    }

    private String get(String path, String token, HttpClient client) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(DEADLINE)
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " for " + path + ": " + answer.body());
        }
        return answer.body();
    }

    /** Makes a token that may read, beside the running service. */
    String exportToken() throws IOException, InterruptedException {
        Path file = data.resolve("export-" + System.nanoTime() + ".conf");
        List<String> arguments =
                List.of("token", "create", "--data", data.toString(), "--kind", "export", "-o", file.toString());
        Path said = Files.createTempFile("hwhash-service", ".token");
        Process made = new ProcessBuilder(command(arguments))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!made.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS) || made.exitValue() != 0) {
            throw new AssertionError("no token: " + Files.readString(said));
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("token = "))
                .findFirst()
                .orElseThrow()
                .substring("token = ".length());
    }

    /** Ends the service as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks the service to end, and returns its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        return awaitEnd();
    }

    /** Returns its log. */
    String log() throws IOException {
        return Files.readString(words);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private int awaitEnd() throws InterruptedException {
        if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the service did not end within " + DEADLINE);
        }
        return process.exitValue();
    }

    private String awaitReady(Path stdout) throws IOException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            for (String line : Files.readAllLines(stdout)) {
                if (line.startsWith(READY)) {
                    return line.substring(READY.length());
                }
            }
            pause();
        }
        process.destroyForcibly();
        throw new AssertionError("the service was never ready: " + Files.readString(words));
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(List<String> arguments) {
        Path app = ROOT.resolve("collection-service/target/app");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // Made by the service's own tests; without it a start takes longer.
                "-XX:SharedArchiveFile=" + app.resolve("tests.jsa"),
                "-jar",
                app.resolve("hwhash-collection-service.jar").toString()));
        command.addAll(arguments);
        return command;
    }
}
