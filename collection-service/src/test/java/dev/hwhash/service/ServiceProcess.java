// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.SqlTokens;
import dev.hwhash.service.store.TestDatabase;
import dev.hwhash.service.token.NewToken;
import dev.hwhash.service.token.TokenKind;
import dev.hwhash.service.token.TokenMaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as people start it: a process on loopback, with its output in files beside its data. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path JAR = Path.of("target", "app", "hwhash-collection-service.jar");
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Path data;
    private final Process process;
    private final Path log;
    private final String url;
    private final long readyMillis;

    private ServiceProcess(Path data, List<String> command) {
        this.data = data;
        Path out = sibling("out");
        log = sibling("log");
        try {
            long start = System.nanoTime();
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(log.toFile());
            TestDatabase.prepare(builder);
            process = builder.start();
            url = ready(out);
            readyMillis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a service on a folder, at any free port. */
    public static ServiceProcess start(Path data, String... options) {
        List<String> command = command();
        command.addAll(where(data, options));
        command.addAll(List.of(options));
        return new ServiceProcess(data, command);
    }

    /** Starts a service on the folder's own database, or on the one that is named. */
    static ServiceProcess startAsItIs(Path data, String... database) {
        List<String> command = command();
        command.addAll(List.of("--data", data.toString(), "--port", "0"));
        command.addAll(List.of(database));
        return new ServiceProcess(data, command);
    }

    /** Starts a replica on a database of its own or of others, beside a folder of its own. */
    static ServiceProcess startOn(String database, Path data, String... options) {
        List<String> command = command();
        command.addAll(List.of("--data", data.toString(), "--port", "0", "--database", database));
        command.addAll(List.of(options));
        return new ServiceProcess(data, command);
    }

    /** Starts a replica of a later version, which is this one with a folder behind its classes. */
    static ServiceProcess startLaterOn(Path classes, String database, Path data) {
        List<String> command = command();
        command.remove(command.size() - 1);
        command.set(command.size() - 1, "-cp");
        command.addAll(List.of(JAR.toAbsolutePath() + ":" + classes, "dev.hwhash.service.Main"));
        command.addAll(List.of("--data", data.toString(), "--port", "0", "--database", database));
        return new ServiceProcess(data, command);
    }

    /** Starts one on a machine whose clock is off by so much, such as {@code +10m}; its other clocks are as they are. */
    static ServiceProcess startOffOn(String database, Path data, String offset) {
        String service = String.join(" ", command()) + " --data " + data + " --port 0 --database " + database;
        // Where the library puts the monotonic clock right too, Java waits for ever.
        String faked = "export FAKETIME=" + offset + " FAKETIME_DONT_FAKE_MONOTONIC=1 FAKETIME_FORCE_MONOTONIC_FIX=0"
                + " LD_PRELOAD=$(ls /usr/lib/*/faketime/libfaketimeMT.so.1)";
        return new ServiceProcess(data, List.of("sh", "-c", faked + " && exec " + service));
    }

    /** Starts a service with another heap, such as {@code 64m}. */
    public static ServiceProcess startWithHeap(Path data, String heap) {
        List<String> command = command();
        command.replaceAll(word -> word.startsWith("-Xmx") ? "-Xmx" + heap : word);
        command.addAll(where(data));
        return new ServiceProcess(data, command);
    }

    /** Starts a service behind a shell that limits it first. */
    static ServiceProcess startLimited(Path data, String limit) {
        String service = String.join(" ", command()) + " " + String.join(" ", where(data));
        return new ServiceProcess(data, List.of("sh", "-c", limit + " && exec " + service));
    }

    /** Runs the command to its end. */
    public static Ended run(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        int data = all.indexOf("--data");
        if (data >= 0 && !all.contains("--database")) {
            all.addAll(TestDatabase.options(Path.of(all.get(data + 1))));
        }
        return runAsItIs(all);
    }

    /** The same with no database but one that is named. */
    static Ended runAsItIs(List<String> options) {
        List<String> command = shortCommand(options);
        try {
            Path out = Files.createTempFile("hwhash", ".out");
            Path err = Files.createTempFile("hwhash", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            TestDatabase.prepare(builder);
            Process process = builder.start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the command did not end: " + options);
            }
            Ended ended = new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How a command ended. */
    public record Ended(int code, String out, String err) {}

    /** What runs to its end. */
    static List<String> shortCommand(List<String> options) {
        List<String> command = command();
        command.addAll(options);
        return command;
    }

    private static List<String> command() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-Xmx256m"));
        command.addAll(TestedJvm.options(JAR));
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        return command;
    }

    private static List<String> where(Path data, String... options) {
        List<String> where = new ArrayList<>(List.of("--data", data.toString(), "--port", "0"));
        if (!List.of(options).contains("--database")) {
            where.addAll(TestDatabase.options(data));
        }
        return where;
    }

    private Path sibling(String kind) {
        return data.resolveSibling(data.getFileName() + "." + kind);
    }

    private String ready(Path out) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (String line : Files.readString(out).lines().toList()) {
                if (line.startsWith("ready ")) {
                    return line.substring("ready ".length());
                }
            }
            if (!process.isAlive()) {
                break;
            }
            pause();
        }
        process.destroyForcibly();
        throw new IllegalStateException("the service did not start: " + Files.readString(log));
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return url;
    }

    /** The folder of its data. */
    public Path data() {
        return data;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    long readyMillis() {
        return readyMillis;
    }

    /** The first token. */
    public String token() {
        return token(data.resolve("enrolment.conf"));
    }

    public static String token(Path file) {
        return value(file, "token");
    }

    /** What a file that the service wrote has behind a name. */
    static String value(Path file, String name) {
        String start = name + " = ";
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes another token beside the service, as the command does. */
    public String token(String kind) {
        return token(TokenKind.named(kind).orElseThrow(), OptionalLong.empty());
    }

    /** Makes another token for so many new reports. */
    public String token(TokenKind kind, OptionalLong uses) {
        try (Database database = Database.open(TestDatabase.at(data.resolve("hwhash.db")))) {
            return new TokenMaker(new SqlTokens(database), Clock.systemUTC())
                    .make(new NewToken(kind, "", Optional.empty(), uses), Actor.SERVICE)
                    .secret()
                    .text();
        }
    }

    public String log() {
        try {
            return Files.readString(log) + Files.readString(sibling("out"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer put(UUID id, byte[] body) {
        return put(id, body, token());
    }

    public Answer put(UUID id, byte[] body, String token, String... headers) {
        return send(request("PUT", "/v1/reports/" + id, body, token, headers));
    }

    public Answer get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    public HttpRequest request(String method, String path, byte[] body, String token, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .method(method, BodyPublishers.ofByteArray(body))
                .setHeader("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return (token.isEmpty() ? request : request.setHeader("Authorization", "Bearer " + token)).build();
    }

    public Answer send(HttpRequest request) {
        try {
            return Answer.of(client.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the service said. */
    public record Answer(int status, HttpResponse<byte[]> response) {

        public static Answer of(HttpResponse<byte[]> response) {
            return new Answer(response.statusCode(), response);
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return MAPPER.readTree(response.body());
        }

        /** The code of a problem document, after a look at the rest of it. */
        public String code() {
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode json = json();
            if (!type.equals("application/problem+json") || json.path("status").asInt() != status) {
                throw new IllegalStateException("no problem document: " + type + " " + text());
            }
            return json.path("code").asString("");
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** Kills it as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        ended();
    }

    /** Stops it by SIGTERM. */
    public int stop() {
        process.destroy();
        return ended();
    }

    private int ended() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the service did not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        ended();
    }
}
