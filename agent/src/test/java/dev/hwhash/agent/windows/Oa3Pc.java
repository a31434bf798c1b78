// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.windows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** A Windows PC without a hardware hash in WMI, and with a stand-in for oa3tool that does as a test says. */
@NullMarked
final class Oa3Pc {

    private final Path folder;
    private final Path temporary;
    private final WindowsPc pc;

    /** Makes a PC whose WMI has no MDM bridge. */
    Oa3Pc(Path folder) throws IOException {
        this.folder = folder;
        this.temporary = Files.createDirectories(folder.resolve("temp & more"));
        this.pc = new WindowsPc(folder)
                .scenario("connect", "0x8004100E")
                .jvmOptions(temporaryFiles())
                .environment("OA3_DOUBLE_RECORD", WindowsPc.windowsPath(record()))
                .environment("OA3_DOUBLE_BEATS", WindowsPc.windowsPath(folder.resolve("beats")));
    }

    /** Returns the PC, to set what its WMI does. */
    WindowsPc wmi() {
        return pc;
    }

    /** Returns the option of the JVM by which this PC's temporary files are its own. */
    String temporaryFiles() {
        return "-Djava.io.tmpdir=" + WindowsPc.windowsPath(temporary);
    }

    /** Has the tool do something of its own kind. */
    Oa3Pc does(String mode) {
        pc.environment("OA3_DOUBLE", mode);
        return this;
    }

    /** Has the tool report a hash. */
    Oa3Pc reports(String hash) throws IOException {
        return writes("<?xml version=\"1.0\"?><Key><HardwareHash>" + hash + "</HardwareHash></Key>");
    }

    /** Has the tool report a hash from the second run on. */
    Oa3Pc reportsThen(String hash) throws IOException {
        String report = "<Key><HardwareHash>" + hash + "</HardwareHash></Key>";
        pc.environment("OA3_DOUBLE_REPORT_2", WindowsPc.windowsPath(written("report-2", report)));
        return this;
    }

    /** Has the tool write something as its report. */
    Oa3Pc writes(String report) throws IOException {
        pc.environment("OA3_DOUBLE_REPORT", WindowsPc.windowsPath(written("report", report)));
        return this;
    }

    /** Puts the tool somewhere and returns its path. */
    static Path tool(Path place) throws IOException {
        Files.createDirectories(place.getParent());
        return Files.copy(WineBed.program("oa3tool-double"), place);
    }

    /** Runs {@code hwhash collect --oa3tool} with the tool named. */
    WindowsRun collect(String... more) throws IOException {
        Path tool = folder.resolve("tools").resolve("oa3tool.exe");
        String named = WindowsPc.windowsPath(Files.exists(tool) ? tool : tool(tool));
        return pc.run(Stream.concat(Stream.of("collect", "--oa3tool", named), Stream.of(more))
                .toArray(String[]::new));
    }

    /** Returns what each run of the tool was given, one thing a line. */
    List<String> seen() throws IOException {
        return Files.exists(record()) ? Files.readAllLines(record()) : List.of();
    }

    /** Returns how often the tool ran. */
    long runs() throws IOException {
        return seen().stream().filter(line -> line.startsWith("folder ")).count();
    }

    /** Returns the configuration or the key that the last run was given. */
    String given(String extension) throws IOException {
        return Files.readString(Path.of(record() + extension));
    }

    /** Returns the names of what is left among the temporary files. */
    List<String> left() {
        try (Stream<Path> left = Files.list(temporary)) {
            return left.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("hwhash-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path record() {
        return folder.resolve("record");
    }

    private Path written(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
