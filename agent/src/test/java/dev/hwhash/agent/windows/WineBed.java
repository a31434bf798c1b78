// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.windows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What {@code dev/wine-setup} made, and the programs in C that the tests need beside it. */
@NullMarked
final class WineBed {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String LOCATOR_CLASS =
            "HKLM\\Software\\Classes\\CLSID\\{4590F811-1D3A-11D0-891F-00AA004B2E24}\\InprocServer32";
    private static final Path ROOT = findRoot();
    private static final Path SOURCES = ROOT.resolve("agent/src/test/c");
    private static final Path BUILT = ROOT.resolve("agent/target/wine");
    private static final Path BED = ROOT.resolve(".wine");

    /**
     * Every call of Wine needs all of these. Without the first it makes a new prefix in the home folder, without the
     * locale it replaces a working folder or an argument that is not ASCII, and with its cache of strings the double
     * cannot see them freed.
     */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "WINEPREFIX", BED.resolve("prefix").toString(),
            "WINEDEBUG", "-all",
            "WINEDLLOVERRIDES", "mscoree,mshtml=;winemenubuilder.exe=d",
            "LC_ALL", "C.UTF-8",
            "OANOCACHE", "1");

    private static final String PROCESSOR = firstProcessor();

    private static boolean doubleRegistered;

    private WineBed() {}

    /** Returns the Windows JVM's {@code java.exe}. */
    static Path java() {
        return existing(BED.resolve("jvm/bin/java.exe"), "run dev/wine-setup");
    }

    /** Returns where a file of Wine's drive C lies. */
    static Path unixPath(String windows) {
        return BED.resolve("prefix/drive_c")
                .resolve(windows.substring("C:\\".length()).replace('\\', '/'));
    }

    /** Returns the agent's jar as the build lays it out. */
    static Path agentJar() {
        return existing(ROOT.resolve("agent/target/app/hwhash.jar"), "build the agent");
    }

    /**
     * Returns a program of {@code src/test/c}, compiled if it is older than its sources.
     *
     * @param name {@code queries}, {@code hold-file} or {@code oa3tool-double}
     */
    static Path program(String name) {
        return compiled(name, ".exe", "-municode");
    }

    /** Puts the double in the place of Wine's own WbemLocator, once for this JVM. */
    static synchronized void registerDouble() {
        if (!doubleRegistered) {
            Path library = compiled("wmi-double", ".dll", "-shared");
            must(wine("reg", "add", LOCATOR_CLASS, "/ve", "/d", WindowsPc.windowsPath(library), "/f"));
            doubleRegistered = true;
        }
    }

    /** Returns a call of Wine, not started yet, with an environment that nothing of this JVM's own disturbs. */
    static ProcessBuilder wine(String... command) {
        // A program asks Wine's server thousands of times. Where the two run side by side, each time a processor of a
        // virtual machine is woken up: a run takes three times as long.
        ProcessBuilder builder = new ProcessBuilder("taskset", "--cpu-list", PROCESSOR, "wine");
        builder.command().addAll(List.of(command));
        builder.environment().keySet().removeIf(WineBed::disturbs);
        builder.environment().putAll(ENVIRONMENT);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        return builder;
    }

    /** Runs a command that has to succeed. */
    static void must(ProcessBuilder builder) {
        try {
            Path log = Files.createTempFile(Files.createDirectories(BUILT), "command", ".log");
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            int exitCode = await(builder.start(), builder.command(), DEADLINE);
            String words = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            Files.delete(log);
            if (exitCode != 0) {
                throw new AssertionError("exit code " + exitCode + " of " + builder.command() + ": " + words);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a process to end and returns its exit code; at the deadline the process is killed and the test fails. */
    static int await(Process process, List<String> command, Duration deadline) {
        try {
            if (process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError("not ended after " + deadline.toMillis() + " ms: " + command);
    }

    private static synchronized Path compiled(String name, String extension, String option) {
        Path program = BUILT.resolve(name + extension);
        try {
            if (isOlderThanSources(program)) {
                compile(SOURCES.resolve(name + ".c"), program, option);
            }
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOlderThanSources(Path program) throws IOException {
        if (!Files.exists(program)) {
            return true;
        }
        long compiledAt = Files.getLastModifiedTime(program).toMillis();
        try (Stream<Path> sources = Files.list(SOURCES)) {
            return sources.anyMatch(source -> source.toFile().lastModified() >= compiledAt);
        }
    }

    /** Renames at the end: another process may have the old file open. */
    private static void compile(Path source, Path program, String option) throws IOException {
        Path unfinished = Files.createTempFile(Files.createDirectories(BUILT), "compiled", ".tmp");
        List<String> command = new ArrayList<>(List.of("x86_64-w64-mingw32-gcc", option));
        command.addAll(List.of("-O2", "-Wall", "-Wextra", "-Werror", "-o", unfinished.toString(), source.toString()));
        command.addAll(List.of("-lole32", "-loleaut32", "-luuid", "-lwbemuuid"));
        must(new ProcessBuilder(command));
        Files.move(unfinished, program, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean disturbs(String variable) {
        return variable.startsWith("HWHASH_")
                || variable.endsWith("JAVA_OPTIONS")
                || List.of("JAVA_TOOL_OPTIONS", "CLASSPATH", "DISPLAY", "WAYLAND_DISPLAY")
                        .contains(variable);
    }

    private static String firstProcessor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("Cpus_allowed_list:"))
                    .map(line -> line.replaceFirst("\\D+(\\d+).*", "$1"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path existing(Path path, String remedy) {
        if (!Files.exists(path)) {
            throw new AssertionError(path + " is missing: " + remedy);
        }
        return path;
    }

    private static Path findRoot() {
        String given = System.getProperty("hwhash.root", "");
        if (!given.isEmpty()) {
            return Path.of(given).toAbsolutePath();
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".mvn")) || Files.exists(folder.resolve("dev/wine-setup"))) {
                return folder;
            }
        }
        throw new AssertionError("no folder above " + start + " holds .mvn or dev/wine-setup");
    }
}
