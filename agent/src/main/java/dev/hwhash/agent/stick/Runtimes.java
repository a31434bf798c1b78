// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The Java runtimes for Windows that belong to a program: those in its folder, or the one beside its folder that
 * jpackage makes.
 */
final class Runtimes {

    private static final String JAVA = "bin/java.exe";

    /** The names of the folders by what the file {@code release} of a runtime calls the processor. */
    private static final Map<String, String> FOLDERS = Map.of("x86_64", "x64", "amd64", "x64", "aarch64", "arm64");

    private Runtimes() {}

    /**
     * Returns the runtimes by the names of their folders, x64 and arm64.
     *
     * @throws ProblemException if there is none
     * @throws IOException if the file {@code release} of one cannot be read
     */
    static Map<String, Path> of(Path program) throws ProblemException, IOException {
        Map<String, Path> runtimes = new TreeMap<>();
        for (String name : FOLDERS.values()) {
            Path runtime = program.resolve("runtime").resolve(name);
            if (Files.exists(runtime.resolve(JAVA))) {
                runtimes.put(name, runtime);
            }
        }
        Path beside = beside(program);
        if (runtimes.isEmpty() && Files.exists(beside.resolve(JAVA))) {
            Optional<String> name = folder(beside.resolve("release"));
            if (name.isPresent()) {
                runtimes.put(name.get(), beside);
            }
        }
        if (runtimes.isEmpty()) {
            throw new ProblemException(
                    ExitCode.USAGE,
                    "portable-folder",
                    "there is no Java for the PCs in " + program + ": neither runtime/x64/" + JAVA
                            + " nor runtime/arm64/" + JAVA
                            + "; build or download the portable folder with a runtime for Windows");
        }
        return runtimes;
    }

    /** Returns where jpackage puts the runtime; nothing need be there. */
    static Path beside(Path program) {
        return program.resolveSibling("runtime");
    }

    /** The values in a release file stand in quotation marks. */
    private static Optional<String> folder(Path release) throws IOException {
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(release, StandardCharsets.ISO_8859_1)) {
            properties.load(text);
        } catch (IllegalArgumentException e) {
            throw new IOException(release + " is no file of properties", e);
        }
        String processor = properties.getProperty("OS_ARCH", "").replace("\"", "");
        return Optional.ofNullable(FOLDERS.get(processor));
    }
}
