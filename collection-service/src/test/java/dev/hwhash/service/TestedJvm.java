// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How the service's JVM runs in tests, which start it some hundred times: one compiler, and classes from an archive that
 * the first test makes. That is a quarter of the CPU time of a start. Benches run it as people do, by
 * {@code -Dhwhash.jvm=as-is}.
 */
final class TestedJvm {

    private static final boolean AS_IS = System.getProperty("hwhash.jvm", "").equals("as-is");

    private TestedJvm() {}

    /** The options for a jar. */
    static synchronized List<String> options(Path jar) {
        if (AS_IS) {
            return List.of();
        }
        List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        Path archive = jar.resolveSibling("tests.jsa").toAbsolutePath();
        try {
            if (isOlder(archive, jar)) {
                make(archive, jar, options);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        options.add("-XX:SharedArchiveFile=" + archive);
        return options;
    }

    private static boolean isOlder(Path archive, Path jar) throws IOException {
        return !Files.exists(archive)
                || Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) < 0;
    }

    /** The classes of a start and an orderly stop. */
    private static void make(Path archive, Path jar, List<String> options) throws IOException {
        Path folder = Files.createTempDirectory("hwhash-archive");
        Path made = folder.resolve("made.jsa");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of(
                "-XX:ArchiveClassesAtExit=" + made, "-jar", jar.toAbsolutePath().toString()));
        command.addAll(List.of("--data", folder.resolve("data").toString(), "--port", "0"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!Files.readString(folder.resolve("out")).contains("ready ") && System.nanoTime() < deadline) {
                Thread.sleep(50);
            }
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS) || !Files.exists(made)) {
                throw new IOException("no archive: " + Files.readString(folder.resolve("out")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
        // Whole, or not at all: another JVM may look for it.
        Path near = archive.resolveSibling("tests.jsa.new");
        Files.move(made, near, StandardCopyOption.REPLACE_EXISTING);
        Files.move(near, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
