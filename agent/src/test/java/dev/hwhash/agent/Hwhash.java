// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The packaged command, to be started as a process of its own. Unless said otherwise, stdin is at its end, stdout and
 * stderr are kept.
 */
public final class Hwhash {

    private static final Path ROOT =
            Path.of(System.getProperty("hwhash.root", "..")).toAbsolutePath().normalize();

    private final Path folder;
    private Optional<Path> program = Optional.empty();
    private final List<String> wrapper = new ArrayList<>();
    private final List<String> jvmOptions = new ArrayList<>();
    private final Map<String, String> variables = new HashMap<>();
    private boolean stdinNeverEnds;
    private boolean stdoutStuck;
    private boolean stderrStuck;

    private Hwhash(Path folder) {
        this.folder = folder;
    }

    /** Returns the command with a working folder, in which relative paths are looked up. */
    public static Hwhash in(Path folder) {
        return new Hwhash(folder);
    }

    /** Runs the copy of the command that lies in another folder than the build's. */
    public Hwhash from(Path programFolder) {
        program = Optional.of(programFolder);
        return this;
    }

    /** Puts a program before the JVM that starts what follows, such as {@code setpriv}. */
    Hwhash wrappedBy(String... program) {
        wrapper.addAll(List.of(program));
        return this;
    }

    /** Adds a redirection of the shell, such as {@code >&-}; for POSIX only. */
    Hwhash redirected(String redirection) {
        return wrappedBy("sh", "-c", "exec \"$@\" " + redirection, "sh");
    }

    Hwhash jvm(String... options) {
        jvmOptions.addAll(List.of(options));
        return this;
    }

    /** Sets a variable of the environment. */
    Hwhash with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** Leaves stdin a pipe on which nothing ever comes. */
    Hwhash stdinNeverEnds() {
        stdinNeverEnds = true;
        return this;
    }

    /** Leaves stdout a pipe that nobody empties. */
    Hwhash stdoutStuck() {
        stdoutStuck = true;
        return this;
    }

    /** Leaves stderr a pipe that nobody empties. */
    Hwhash stderrStuck() {
        stderrStuck = true;
        return this;
    }

    /** Runs the command to its end. */
    public HwhashRun run(String... args) {
        return start(args).end();
    }

    public HwhashProcess start(String... args) {
        try {
            Path stdout = Files.createTempFile("hwhash", ".stdout");
            Path stderr = Files.createTempFile("hwhash", ".stderr");
            ProcessBuilder builder = new ProcessBuilder(command(args))
                    .directory(folder.toFile())
                    .redirectOutput(stdoutStuck ? Redirect.PIPE : Redirect.to(stdout.toFile()))
                    .redirectError(stderrStuck ? Redirect.PIPE : Redirect.to(stderr.toFile()));
            builder.environment().keySet().removeIf(Hwhash::disturbs);
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().putAll(variables);
            HwhashProcess started = new HwhashProcess(builder, stdout, stderr);
            if (!stdinNeverEnds) {
                started.process().getOutputStream().close();
            }
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(String... args) {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // As in a package; half the CPU time of a short run.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-jar",
                program.map(own -> own.resolve("hwhash.jar"))
                        .orElseGet(Hwhash::jar)
                        .toString()));
        command.addAll(List.of(args));
        return command;
    }

    static Path jar() {
        Path jar = ROOT.resolve("agent/target/app/hwhash.jar");
        if (!Files.exists(jar)) {
            throw new AssertionError(jar + " is missing: build the agent, or set -Dhwhash.root");
        }
        return jar;
    }

    private static boolean disturbs(String variable) {
        return variable.startsWith("HWHASH_")
                || variable.endsWith("JAVA_OPTIONS")
                || variable.equals("JAVA_TOOL_OPTIONS")
                || variable.equals("CLASSPATH");
    }
}
