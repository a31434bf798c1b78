// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Messages;
import dev.hwhash.agent.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder from which a stick is made: that of the hwhash that runs. Only what is known to be part of the program is
 * taken from it, since settings, secrets and rows that wait may lie there as well. Used once.
 */
final class PortableFolder {

    /** What goes to a stick's root. */
    private static final String STICK = "stick";

    private static final List<String> REQUIRED = List.of(
            "hwhash.cmd",
            "hwhash.jar",
            "hwhash.options",
            "lib",
            "stick/Collect.cmd",
            "stick/READ ME.txt",
            "stick/tags.txt");

    /** What goes beside the program on a stick; oa3tool is what people put there for Windows PE. */
    private static final List<String> PARTS = List.of(
            "hwhash.cmd",
            "hwhash.jar",
            "hwhash.options",
            "lib",
            "hwhash.conf.sample",
            "hwhash.cdx.json",
            "licences",
            "docs",
            "README.md",
            "CONTRIBUTING.md",
            "SECURITY.md",
            "oa3tool",
            "oa3tool.exe");

    /** What is in the folder for another purpose, and needs no word. */
    private static final Set<String> NOT_FOR_A_STICK = Set.of(STICK, "runtime", "hwhash.conf", "outbox");

    private final Path program;
    private final Messages messages;
    private final Map<StickPath, FileContent> files = new TreeMap<>();

    PortableFolder(Path program, Messages messages) {
        this.program = program;
        this.messages = messages;
    }

    /** Returns the template of the list of group tags. */
    Path tags() {
        return program.resolve(STICK).resolve(StickLayout.TAGS);
    }

    /**
     * Returns the files of the program, by their places on a stick.
     *
     * @throws ProblemException if something is missing, or cannot lie on a stick
     */
    Map<StickPath, FileContent> files() throws ProblemException {
        for (String name : REQUIRED) {
            if (Files.notExists(program.resolve(name))) {
                throw refused("there is no " + name);
            }
        }
        try {
            for (String name : PARTS) {
                add(program.resolve(name), StickLayout.PROGRAM + "/" + name);
            }
            for (Map.Entry<String, Path> runtime : Runtimes.of(program).entrySet()) {
                add(runtime.getValue(), StickLayout.PROGRAM + "/runtime/" + runtime.getKey());
            }
            root();
            noteRest();
        } catch (IOException e) {
            throw refused("it cannot be read: " + FileWords.of(e));
        }
        return files;
    }

    private void add(Path from, String to) throws IOException, ProblemException {
        if (Files.notExists(from)) {
            return;
        }
        try (Stream<Path> below = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : (Iterable<Path>) below.filter(Files::isRegularFile)::iterator) {
                String rest = from.relativize(file).toString().replace('\\', '/');
                addFile(file, rest.isEmpty() ? to : to + "/" + rest);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void root() throws IOException, ProblemException {
        try (DirectoryStream<Path> templates = Files.newDirectoryStream(program.resolve(STICK))) {
            for (Path file : templates) {
                String name = String.valueOf(file.getFileName());
                if (Files.isRegularFile(file) && !name.equals(StickLayout.TAGS)) {
                    addFile(file, name);
                }
            }
        }
    }

    private void addFile(Path file, String to) throws ProblemException {
        if (String.valueOf(file.getFileName()).startsWith(".")) {
            // What a Mac leaves in each folder that somebody has looked at.
            return;
        }
        Optional<String> flaw = StickPath.flaw(to);
        if (flaw.isPresent()) {
            throw refused("the file " + file + " " + flaw.get());
        }
        files.put(new StickPath(to), new FileContent.OfFile(file));
    }

    private void noteRest() throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(program)) {
            for (Path path : all) {
                String name = String.valueOf(path.getFileName());
                if (!PARTS.contains(name) && !NOT_FOR_A_STICK.contains(name)) {
                    messages.detail("not-copied", path + " is no part of the program and stays where it is");
                }
            }
        }
    }

    private ProblemException refused(String why) {
        return new ProblemException(
                ExitCode.USAGE,
                "portable-folder",
                "a stick is made from the portable folder, and " + program + " is none: " + why
                        + "; build or download the portable folder and run its hwhash.cmd, or its hwhash.jar by java -jar");
    }
}
