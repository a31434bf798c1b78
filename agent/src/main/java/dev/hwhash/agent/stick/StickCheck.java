// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Messages;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares a stick with the digest that was printed when it was prepared: the manifest with the digest, then each file
 * with the manifest. Used once.
 */
public final class StickCheck {

    private final Path named;
    private final Digest digest;
    private final Session session;
    private final Messages messages;

    /**
     * Makes a check.
     *
     * @param named the root of the stick
     * @param digest the digest of its manifest
     * @param session the run
     */
    public StickCheck(Path named, Digest digest, Session session) {
        this.named = named;
        this.digest = digest;
        this.session = session;
        this.messages = session.messages();
    }

    /**
     * Compares.
     *
     * @return each file that was changed, removed or added; none where the stick is as it was
     * @throws ProblemException if there is no manifest, or another one than that of the digest
     */
    public List<Problem> run() throws ProblemException {
        session.deadline().busyWith(ExitCode.INPUT_ERRORS, "check-timeout", "the stick was compared");
        Path stick = StickRoot.of(named, ExitCode.INPUT_ERRORS);
        warnOfOwnProgram(stick);
        Manifest manifest = manifest(stick);
        List<Problem> problems = new ArrayList<>();
        for (Difference difference : Comparison.of(manifest, StickFiles.on(stick))) {
            problems.add(difference.problem());
        }
        if (problems.isEmpty()) {
            messages.note(
                    "stick-unchanged",
                    "all " + manifest.lines().size() + " program files of " + stick
                            + " are as they were when it was prepared, and none was added");
        }
        return problems;
    }

    private void warnOfOwnProgram(Path stick) {
        if (StickRoot.isIn(session.program(), stick)) {
            messages.warning(
                    "checks-itself",
                    "this hwhash was started from the stick that it checks; had it been changed, it could say anything,"
                            + " so run the check from a copy that you trust");
        }
    }

    private Manifest manifest(Path stick) throws ProblemException {
        Optional<byte[]> content = ManifestFile.read(stick);
        if (content.isEmpty()) {
            throw new ProblemException(
                    ExitCode.INPUT_ERRORS,
                    "manifest-missing",
                    "there is no " + StickLayout.MANIFEST + " in " + stick
                            + "; name the root of a stick that stick prepare made, or prepare it again");
        }
        Digest found = Digest.of(content.get());
        if (!found.equals(digest)) {
            throw new ProblemException(
                    ExitCode.INPUT_ERRORS,
                    "manifest-changed",
                    "the manifest itself was changed, or the digest is that of another stick: its digest is " + found
                            + ", not " + digest + "; compare the digits, then prepare the stick again");
        }
        try {
            return Manifest.read(content.get());
        } catch (NotAManifestException e) {
            throw ManifestFile.refused(stick, e.getMessage());
        }
    }
}
