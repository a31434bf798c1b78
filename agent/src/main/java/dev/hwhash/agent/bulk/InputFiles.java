// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.bulk;

import dev.hwhash.agent.Messages;
import dev.hwhash.agent.Problem;
import dev.hwhash.device.file.DeviceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that a command line names, those in folders among them. Of a folder only what can hold devices by its name
 * is taken, since a stick holds programs too; what is named is taken whatever it is called.
 */
public final class InputFiles {

    private final Optional<Path> output;
    private final Messages messages;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Path, InputPath> files = new LinkedHashMap<>();

    /**
     * A file to read.
     *
     * @param path as it was named, or below the folder that was named
     * @param named whether it was named itself, so that it is an error if it holds no device
     */
    public record InputPath(Path path, boolean named) {}

    /**
     * Starts without a file.
     *
     * @param output where the run writes to, which is not read
     * @param messages where to say what is skipped
     */
    public InputFiles(Optional<Path> output, Messages messages) {
        this.output = output.map(InputFiles::real);
        this.messages = messages;
    }

    /**
     * Adds what a word of the command line names.
     *
     * @param path a file or a folder
     */
    public void add(Path path) {
        if (!Files.isDirectory(path)) {
            take(path, true);
            return;
        }
        List<Path> found = new ArrayList<>();
        try {
            found.addAll(new FolderWalk(path, problems::add).files());
        } catch (IOException e) {
            problems.add(FolderWalk.unreadable(path, e));
        }
        // Folders come in no order; the same stick shall give the same file.
        Collections.sort(found);
        for (Path file : found) {
            if (DeviceFile.isSurvivor(file)) {
                messages.note("leftover-read", file + " is all that an interrupted run left of its file, and is read");
            }
            take(file, false);
        }
    }

    private void take(Path file, boolean named) {
        Path real = real(file);
        if (output.isPresent() && output.get().equals(real)) {
            messages.note("output-skipped", file + " is the output, and is not read");
        } else if (files.putIfAbsent(real, new InputPath(file, named)) != null) {
            messages.detail("input-twice", file + " is named twice, and read once");
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            return path.toAbsolutePath().normalize();
        }
    }

    /**
     * Returns the files in the order in which they were named, those of a folder by their names; none twice.
     *
     * @return an immutable list
     */
    public List<InputPath> files() {
        return List.copyOf(files.values());
    }

    /**
     * Returns what could not be looked at.
     *
     * @return an immutable list
     */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
