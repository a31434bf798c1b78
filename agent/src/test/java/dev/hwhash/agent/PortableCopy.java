// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A portable folder for tests: the command as it was built, with small files in the places of launcher, templates and
 * runtime.
 */
public final class PortableCopy {

    private final Path folder;

    /** Names one that is there already. */
    public PortableCopy(Path folder) {
        this.folder = folder;
    }

    /** Makes one in a folder that is not there yet. */
    public static PortableCopy in(Path folder) {
        PortableCopy portable = new PortableCopy(folder);
        try {
            copy(Hwhash.jar().resolveSibling(""), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return portable.with("hwhash.cmd", "launcher")
                .with("hwhash.conf.sample", "sample")
                .with("licences/LICENSE.txt", "licence")
                .with("runtime/x64/bin/java.exe", "java for Windows")
                .with("runtime/x64/release", "OS_ARCH=\"x86_64\"\n")
                .with("stick/Collect.cmd", "starter")
                .with("stick/READ ME.txt", "read me")
                .with("stick/tags.txt", "# one tag a line\r\n");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    /** Returns where it is. */
    public Path folder() {
        return folder;
    }

    /** Writes a file. */
    public PortableCopy with(String path, String content) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file. */
    public PortableCopy without(String path) {
        try {
            Files.delete(folder.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs its command, {@code stick} said already. */
    HwhashRun stick(String... arguments) {
        return process().run(words(arguments));
    }

    /** Starts its command, {@code stick} said already. */
    HwhashProcess startStick(String... arguments) {
        return process().start(words(arguments));
    }

    private Hwhash process() {
        return Hwhash.in(folder.resolveSibling("")).from(folder);
    }

    private static String[] words(String... arguments) {
        return Stream.concat(Stream.of("stick"), Stream.of(arguments)).toArray(String[]::new);
    }

    /** Prepares a stick; returns its digest. */
    public String prepare(Path stick, String... options) {
        String[] arguments = Stream.concat(Stream.of("prepare", stick.toString()), Stream.of(options))
                .toArray(String[]::new);
        return stick(arguments).exits(0).stdoutBytes().strip();
    }

    /** Checks a stick. */
    HwhashRun check(Path stick, String digest) {
        return stick("check", stick.toString(), "--digest", digest);
    }
}
