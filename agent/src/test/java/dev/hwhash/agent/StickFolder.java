// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A stick as {@code stick prepare} leaves it, but for what a test does not need: the program in {@code hwhash}. */
public final class StickFolder {

    private final Path root;

    StickFolder(Path root) {
        this.root = root;
    }

    /** Makes one. */
    public static StickFolder make(Path root) throws IOException {
        copy(Hwhash.jar().resolveSibling(""), root.resolve("hwhash"));
        return new StickFolder(root);
    }

    public Path root() {
        return root;
    }

    Path program() {
        return root.resolve("hwhash");
    }

    /** Writes the configuration. */
    public StickFolder configured(String... lines) throws IOException {
        Files.write(program().resolve("hwhash.conf"), List.of(lines));
        return this;
    }

    /** Returns the names of the files in the folder of devices; none where there is no such folder. */
    public List<String> devices() throws IOException {
        Path folder = root.resolve("devices");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Copies a folder with all in it. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Path target = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(one, target);
                }
            }
        }
    }
}
