// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.windows;

import dev.hwhash.agent.Pty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/**
 * A Windows PC for one test: Windows programs under Wine, and a WMI that does what the test's scenario says. Without a
 * scenario WMI is Wine's own, whose objects are counted all the same.
 */
@NullMarked
public final class WindowsPc {

    private final Path folder;
    private final Map<String, String> scenario = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> jvmOptions = new ArrayList<>();
    private final List<String> terminal = new ArrayList<>();
    private Path workingFolder;
    private Duration deadline = Duration.ofSeconds(60);
    private int starts;

    /**
     * Makes a PC.
     *
     * @param folder a folder of this test's own, for the scenario and what the processes say
     */
    public WindowsPc(Path folder) {
        this.folder = folder;
        this.workingFolder = folder;
        WineBed.registerDouble();
    }

    /** Returns a path as a Windows program has to be given it: Wine's drive Z: is the root of this file system. */
    public static String windowsPath(Path path) {
        return "Z:" + path.toAbsolutePath().toString().replace('/', '\\');
    }

    /** Sets a value of type REG_SZ. The registry outlives the test: delete what was set. */
    static void setRegistry(String key, String name, String value) {
        WineBed.must(WineBed.wine("reg", "add", key, "/v", name, "/d", value, "/f"));
    }

    /** Deletes one value, which has to exist. */
    static void deleteRegistryValue(String key, String name) {
        WineBed.must(WineBed.wine("reg", "delete", key, "/v", name, "/f"));
    }

    /** Deletes a key of the registry with all below it; it has to exist. */
    static void deleteRegistry(String key) {
        WineBed.must(WineBed.wine("reg", "delete", key, "/f"));
    }

    /**
     * Sets what WMI does.
     *
     * @param key as in {@code src/test/c/scenario.h}, such as {@code connect} or {@code Win32_BIOS.SerialNumber}
     * @param value one line, taken as it is, blanks at the ends too
     */
    public WindowsPc scenario(String key, String value) {
        if (value.lines().count() > 1 || value.endsWith("\n")) {
            throw new IllegalArgumentException("a scenario's value is one line: " + key);
        }
        scenario.put(key, value);
        return this;
    }

    /** Sets the text of DeviceHardwareData. */
    public WindowsPc hash(String text) {
        return scenario("hash.file", windowsPath(written("hash.txt", text)));
    }

    /** Sets the text of DeviceHardwareData from the second query on. */
    WindowsPc secondHash(String text) {
        return scenario("hash.file.2", windowsPath(written("hash-2.txt", text)));
    }

    /** Adds options of the JVM. */
    WindowsPc jvmOptions(String... options) {
        jvmOptions.addAll(List.of(options));
        return this;
    }

    /** Sets a variable of the programs' environment. */
    public WindowsPc environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Starts the programs at a terminal, at which somebody answers as {@link Pty#answering} has it; it shows stderr too. */
    WindowsPc atATerminal(String answers) {
        terminal.addAll(Pty.answering(answers));
        return this;
    }

    /** Sets the folder that the programs are started in; the test's own folder if nothing is said. */
    WindowsPc workingFolder(Path path) {
        workingFolder = path;
        return this;
    }

    /** Sets the time after which a program is killed and the test fails; 60 seconds if nothing is said. */
    public WindowsPc deadline(Duration time) {
        deadline = time;
        return this;
    }

    /** Runs {@code hwhash} to its end. */
    public WindowsRun run(String... arguments) {
        return started(agentCommand(arguments)).end();
    }

    /** Starts {@code hwhash}, for a test that kills it or runs several at once. */
    WindowsProcess start(String... arguments) {
        return started(agentCommand(arguments));
    }

    /** Runs any Windows program, or a script of cmd, to its end. */
    public WindowsRun runProgram(Path program, String... arguments) {
        return started(programCommand(program, arguments)).end();
    }

    /**
     * Starts a program that holds a file open so that others cannot open it, and returns when it does.
     *
     * @param others {@code read} lets others read the file; nothing lets them do nothing
     */
    WindowsProcess holdFile(Path file, Duration time, String... others) {
        List<String> command = programCommand(WineBed.program("hold-file"), windowsPath(file));
        command.add(Double.toString(time.toMillis() / 1000.0));
        command.addAll(List.of(others));
        WindowsProcess holder = started(command);
        holder.awaitOutput("held");
        return holder;
    }

    private List<String> agentCommand(String... arguments) {
        List<String> options = new ArrayList<>(jvmOptions);
        options.addAll(List.of("-jar", windowsPath(WineBed.agentJar())));
        options.addAll(List.of(arguments));
        return programCommand(WineBed.java(), options.toArray(String[]::new));
    }

    private static List<String> programCommand(Path program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private WindowsProcess started(List<String> command) {
        starts++;
        Path counts = folder.resolve("counts-" + starts + ".txt");
        ProcessBuilder builder = WineBed.wine(command.toArray(String[]::new)).directory(workingFolder.toFile());
        builder.command().addAll(0, terminal);
        builder.environment().putAll(environment);
        builder.environment().put("HWHASH_WMI_COUNTS", windowsPath(counts));
        if (!scenario.isEmpty()) {
            builder.environment().put("HWHASH_WMI_DOUBLE", windowsPath(writtenScenario()));
        }
        return new WindowsProcess(builder, folder, starts, counts, deadline);
    }

    private Path writtenScenario() {
        StringBuilder text = new StringBuilder();
        scenario.forEach(
                (key, value) -> text.append(key).append(" = \"").append(value).append("\"\n"));
        return written("scenario-" + starts + ".txt", text.toString());
    }

    private Path written(String name, String text) {
        try {
            return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
