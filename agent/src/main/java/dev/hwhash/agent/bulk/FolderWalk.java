// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.bulk;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.input.InputRefusedException;
import dev.hwhash.device.file.DeviceFile;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks for files that can hold devices by their names, in a folder and all folders in it. */
final class FolderWalk extends SimpleFileVisitor<Path> {

    private static final Set<String> ENDINGS = Set.of(".csv", ".json", ".jsonl", ".xml", ".zip", ".txt");
    private static final String DAMAGED = ".damaged.txt";

    private final Path named;
    private final Path root;
    private final Consumer<Problem> problems;
    private final List<Path> found = new ArrayList<>();

    /** A folder that is a link is meant, since it is named; links in it could lead anywhere and are not followed. */
    FolderWalk(Path named, Consumer<Problem> problems) throws IOException {
        this.named = named;
        this.root = named.toRealPath();
        this.problems = problems;
    }

    /** Returns the files by the name of the folder, in no order. */
    List<Path> files() throws IOException {
        Files.walkFileTree(root, this);
        return found;
    }

    static Problem unreadable(Path path, IOException e) {
        return new Problem(
                ExitCode.INPUT_ERRORS,
                "input-refused",
                path + ": " + InputRefusedException.of(e).getMessage());
    }

    private static boolean mayHoldDevices(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot >= 0 && ENDINGS.contains(name.substring(dot)) && !name.endsWith(DAMAGED);
    }

    /** What Windows, macOS and Linux keep on a stick beside people's files, deleted ones among it. */
    private static boolean isOfTheSystem(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(".")
                || name.startsWith("$")
                || name.equalsIgnoreCase("System Volume Information")
                || name.equals("lost+found");
    }

    private Path asNamed(Path file) {
        return named.resolve(root.relativize(file));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        boolean skipped = !folder.equals(root) && isOfTheSystem(folder);
        return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        boolean holds = mayHoldDevices(file) || DeviceFile.isSurvivor(file);
        if (attributes.isRegularFile() && holds && !isOfTheSystem(file)) {
            found.add(asNamed(file));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        if (!isOfTheSystem(file)) {
            problems.accept(unreadable(asNamed(file), e));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
        if (e != null) {
            problems.accept(unreadable(asNamed(folder), e));
        }
        return FileVisitResult.CONTINUE;
    }
}
