// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The app image that the profile {@code dist} has made: hwhash with a launcher and a runtime of its own. */
final class AppImage {

    private static final Path IMAGE = Portable.ROOT.resolve("packaging/target/image/hwhash");
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private AppImage() {}

    /** Returns the folder that is packed. */
    static Path folder() {
        return IMAGE;
    }

    /** Returns the folder of hwhash.jar. */
    static Path program() {
        return IMAGE.resolve("lib/app");
    }

    static Path runtime() {
        return IMAGE.resolve("lib/runtime");
    }

    /** Returns the zip of the image. */
    static Path zip() {
        try (Stream<Path> files = Files.list(Portable.ROOT.resolve("packaging/target"))) {
            return files.filter(file -> file.toString().endsWith("-image.zip"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the launcher to its end. */
    static Run run(Path folder, Map<String, String> variables, String... args) throws Exception {
        return command(folder, variables, IMAGE.resolve("bin/hwhash"), args);
    }

    /** Runs the {@code java} of the image's runtime to its end. */
    static Run java(Path folder, String... args) throws Exception {
        return command(folder, Map.of(), runtime().resolve("bin/java"), args);
    }

    private static Run command(Path folder, Map<String, String> variables, Path program, String... args)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(args));
        Path stdout = Files.createTempFile("hwhash", ".stdout");
        Path stderr = Files.createTempFile("hwhash", ".stderr");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(stdout.toFile())
                .redirectError(stderr.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("HWHASH_") || name.contains("JAVA_") || name.equals("CLASSPATH"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("not ended after " + DEADLINE.toSeconds() + " s: " + command);
        }
        Run run = new Run(process.exitValue(), Files.readString(stdout), Files.readString(stderr));
        Files.delete(stdout);
        Files.delete(stderr);
        return run;
    }

    /** A run that has ended. */
    record Run(int exitCode, String stdout, String stderr) {}
}
