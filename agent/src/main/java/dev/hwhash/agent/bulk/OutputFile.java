// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.bulk;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.device.file.Content;
import dev.hwhash.device.file.DeviceFile;
import dev.hwhash.device.file.DeviceFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A new file that a command writes: whole or not at all, never over an input, over another file only when told to. */
public final class OutputFile {

    private final Path path;
    private final boolean overwrite;
    private final Session session;

    /**
     * Names an output; touches no disk.
     *
     * @param path the file, which need not exist
     * @param overwrite whether a file that is there may be replaced
     * @param session what the run works with
     */
    public OutputFile(Path path, boolean overwrite, Session session) {
        this.path = path;
        this.overwrite = overwrite;
        this.session = session;
    }

    /**
     * Refuses an output that is read too.
     *
     * @param inputs the files that are read
     * @throws ProblemException if the output is one of them, by whatever name
     */
    public void requireNoInput(List<Path> inputs) throws ProblemException {
        for (Path input : inputs) {
            if (isSame(input)) {
                throw new ProblemException(
                        ExitCode.USAGE, "output-is-input", "-o names " + path + ", which is read; take another name");
            }
            if (isBeside(input)) {
                throw new ProblemException(
                        ExitCode.USAGE,
                        "output-is-input",
                        input + " is read, and replaced when " + path + " is written; copy it to another name first");
            }
        }
    }

    private boolean isSame(Path input) {
        try {
            return Files.exists(path) && Files.isSameFile(path, input);
        } catch (IOException e) {
            return false;
        }
    }

    /** A lock or leftover of the output, which people may well want to read after an accident. */
    private boolean isBeside(Path input) {
        try {
            Path read = input.toRealPath();
            Path written = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            Path folder = written.getParent();
            return DeviceFile.isCompanion(read)
                    && String.valueOf(read.getFileName()).startsWith(written.getFileName() + ".")
                    && folder != null
                    && Files.isSameFile(folder, read.resolveSibling(""));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Writes the file.
     *
     * @param content what it will hold
     * @param <E> why the content may not come to its end; then nothing is written
     * @throws ProblemException if it cannot be written
     * @throws E if the content threw it
     */
    public <E extends Exception> void write(Content<E> content) throws ProblemException, E {
        try {
            new DeviceFile(path, session.elevated())
                    .create(content, overwrite, session.deadline().remaining());
        } catch (DeviceFileException e) {
            String id = "output-" + e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            throw new ProblemException(ExitCode.NOT_WRITTEN, id, e.getMessage());
        }
    }
}
