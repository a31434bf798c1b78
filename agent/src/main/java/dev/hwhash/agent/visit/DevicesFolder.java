// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.OperatingSystem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.configuration.FileTrust;
import dev.hwhash.agent.configuration.OwnFolder;
import dev.hwhash.agent.stick.FileWords;
import dev.hwhash.agent.stick.StickLayout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder that gets a file for each PC: on the stick, or on this PC where the stick takes nothing. */
final class DevicesFolder {

    /** More than a row and its lock. */
    private static final int ROOM = 1 << 14;

    private DevicesFolder() {}

    /** Returns its place on a stick. */
    static Path of(Path stick) {
        return stick.resolve(StickLayout.DEVICES);
    }

    /**
     * Makes the folder on the stick and tries whether it takes a file.
     *
     * @throws IOException if it does not; {@link FileWords} tells why
     */
    static Path onStick(Path stick) throws IOException {
        Path folder = of(stick);
        Files.createDirectories(folder);
        // The ending is that of a leftover, which merge skips.
        Path probe = folder.resolve("probe-" + System.nanoTime() + ".hwhash-new");
        try (OutputStream out = Files.newOutputStream(probe, CREATE_NEW, WRITE, DELETE_ON_CLOSE)) {
            out.write(new byte[ROOM]);
        }
        return folder;
    }

    /**
     * Makes the folder on this PC.
     *
     * @param own where hwhash keeps things here
     * @throws ProblemException if this PC keeps nothing, or others could have a hand in it
     */
    static Path onPc(OwnFolder own, Session session) throws ProblemException {
        Optional<Path> place = own.path();
        if (place.isEmpty()) {
            throw notWritten(
                    own.windowsPe()
                            ? "Windows PE itself keeps nothing when it ends"
                            : "the variable ProgramData is not set, so there is no place on this PC either");
        }
        Path folder = place.get().resolve(StickLayout.DEVICES);
        try {
            make(folder, session.elevated());
            Optional<String> distrust = session.elevated() ? FileTrust.distrust(folder) : Optional.empty();
            if (distrust.isPresent()) {
                throw notWritten(folder + " on this PC is not used: " + distrust.get());
            }
            return folder;
        } catch (IOException e) {
            throw notWritten(folder + " on this PC cannot be used either: " + FileWords.of(e));
        }
    }

    private static void make(Path folder, boolean elevated) throws IOException {
        if (elevated && OperatingSystem.isWindows() && Files.notExists(folder)) {
            FileTrust.createForAdministrators(folder);
        } else {
            Files.createDirectories(folder);
        }
    }

    private static ProblemException notWritten(String why) {
        return new ProblemException(
                ExitCode.NOT_WRITTEN,
                "no-place",
                "the stick takes nothing, and " + why + "; take a stick that can be written");
    }
}
