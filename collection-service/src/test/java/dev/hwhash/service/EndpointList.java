// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.web.ListenSettings;
import dev.hwhash.service.web.Proxies;
import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Asks a running service for what it answers to: the router itself, so that no list beside it can be forgotten. In a
 * process of its own, since a service that stops takes its process along.
 */
public final class EndpointList {

    private static final long PATIENCE_SECONDS = 60;

    private EndpointList() {}

    /** Returns such as {@code GET /devices/{id}}, in order. */
    public static SortedSet<String> of(Path data) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndpointList.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("the service did not tell its endpoints");
        }
        return new TreeSet<>(lines);
    }

    /** Prints them, and stops the service. */
    public static void main(String[] arguments) throws Exception {
        Log.toStderr();
        Settings settings = new Settings(
                Path.of(arguments[0]),
                Optional.empty(),
                new ListenSettings("127.0.0.1", 0, Optional.empty(), new Proxies(List.of())),
                Optional.empty(),
                Optional.empty());
        Service service = Service.start(settings, new PrintStream(OutputStream.nullOutputStream()));
        Javalin javalin = (Javalin) field(field(service, "server"), "javalin");
        javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(each -> each.endpoint)
                .filter(endpoint -> isMethod(endpoint.method))
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .sorted()
                .forEach(System.out::println);
        System.out.flush();
        System.exit(0);
    }

    /** What stands before or behind others answers nothing itself. */
    private static boolean isMethod(HandlerType type) {
        return type.isHttpMethod();
    }

    private static Object field(Object of, String name) throws ReflectiveOperationException {
        Field field = of.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }
}
