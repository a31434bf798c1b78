// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/** The portable folder that the build made, and copies of it. */
final class Portable {

    static final Path ROOT =
            Path.of(System.getProperty("hwhash.root", "..")).toAbsolutePath().normalize();

    private Portable() {}

    /** Returns the folder itself, to be left as it is. */
    static Path folder() {
        return built(ROOT.resolve("packaging/target/portable"));
    }

    /** Returns its zip. */
    static Path zip() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("packaging/target"))) {
            return built(files.filter(file -> file.toString().endsWith("-windows.zip"))
                    .findFirst()
                    .orElse(ROOT.resolve("packaging/target/hwhash-windows.zip")));
        }
    }

    /** Copies it to a folder that does not exist yet; files are linked, so only the names in it may be changed. */
    static Path linkedTo(Path copy) throws IOException {
        Path source = folder();
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(copy.resolve(source.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = copy.resolve(source.relativize(file));
                try {
                    Files.createLink(target, file);
                } catch (IOException otherFileSystem) {
                    Files.copy(file, target);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return copy;
    }

    /** Puts other content in the place of a file of a copy, leaving the one it was linked to alone. */
    static void replace(Path file, String content) throws IOException {
        Files.delete(file);
        Files.writeString(file, content);
    }

    private static Path built(Path path) {
        if (!Files.exists(path)) {
            throw new AssertionError(path + " is missing: build packaging with -Pwine");
        }
        return path;
    }
}
