// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.OperatingSystem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.configuration.FileTrust;
import dev.hwhash.agent.configuration.Variables;
import dev.hwhash.collector.WindowsPe;
import dev.hwhash.uploader.outbox.Outbox;
import dev.hwhash.uploader.outbox.OutboxLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Finds the outbox of a run. */
final class OutboxFolder {

    private OutboxFolder() {}

    /**
     * Returns the outbox to look at, whose folder need not exist.
     *
     * @throws ProblemException if others could write there what an elevated process would send
     */
    static Outbox toRead(Optional<Path> named, Session session) throws ProblemException {
        Path folder = place(session).of(named).toAbsolutePath();
        if (session.elevated()) {
            requireTrust(folder);
        }
        return new Outbox(folder, OutboxLimits.DEFAULT, session.elevated(), Clock.systemUTC());
    }

    /**
     * Returns the outbox to add to, and makes its folder where a new one of the system would be open to others.
     *
     * @throws ProblemException if others could write there what an elevated process would send
     */
    static Outbox toWrite(Optional<Path> named, Session session) throws ProblemException {
        Path folder = place(session).of(named).toAbsolutePath();
        try {
            if (session.elevated()) {
                makeForAdministrators(named, folder);
            }
        } catch (IOException e) {
            throw notUsable(folder, "its rights cannot be set: " + e.getClass().getSimpleName());
        }
        return toRead(named, session);
    }

    private static OutboxPlace place(Session session) throws ProblemException {
        try {
            Optional<Path> stick = Optional.empty();
            for (Path file : session.configuration().files()) {
                Path folder = file.toAbsolutePath().getParent();
                if (stick.isEmpty() && folder != null && FileTrust.hasNoRights(folder)) {
                    stick = Optional.of(folder);
                }
            }
            Path home = Path.of(System.getProperty("user.home", ""));
            return new OutboxPlace(
                    OperatingSystem.isWindows(), WindowsPe.isRunning(), Variables.ofThisProcess(), home, stick);
        } catch (IOException e) {
            throw new ProblemException(
                    ExitCode.NOT_WRITTEN, "outbox-not-written", "the file system of hwhash.conf cannot be asked: " + e);
        }
    }

    /** What is made in %ProgramData% is open to all users; a folder that was named is its owner's business. */
    private static void makeForAdministrators(Optional<Path> named, Path folder) throws IOException {
        if (named.isEmpty() && OperatingSystem.isWindows() && Files.notExists(folder) && !onStick(folder)) {
            FileTrust.createForAdministrators(folder);
        }
    }

    private static boolean onStick(Path folder) throws IOException {
        Path root = folder.getRoot();
        return root != null && FileTrust.hasNoRights(root);
    }

    private static void requireTrust(Path folder) throws ProblemException {
        try {
            Optional<String> distrust = Files.exists(folder) ? FileTrust.distrust(folder) : Optional.empty();
            if (distrust.isPresent()) {
                throw notUsable(folder, distrust.get());
            }
        } catch (IOException e) {
            throw notUsable(folder, "its rights cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static ProblemException notUsable(Path folder, String why) {
        return new ProblemException(
                ExitCode.NOT_WRITTEN, "outbox-not-trusted", "the outbox " + folder + " is not used: " + why);
    }
}
