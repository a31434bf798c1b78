// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Compares a stick with the digest that was printed when it was prepared. Used once. */
public final class StickCheck {

    private final Path stick;
    private final Digest digest;
    private final Session session;

    /**
     * Makes a check.
     *
     * @param stick the root of the stick
     * @param digest the digest of its manifest
     * @param session the run
     */
    public StickCheck(Path stick, Digest digest, Session session) {
        this.stick = stick;
        this.digest = digest;
        this.session = session;
    }

    /**
     * Compares.
     *
     * @return what differs; nothing where the stick is as it was
     * @throws ProblemException if there is no manifest, or another one than that of the digest
     */
    public List<Problem> run() throws ProblemException {
        session.deadline().busyWith(ExitCode.INPUT_ERRORS, "check-timeout", "the stick was compared");
        Optional<byte[]> manifest = ManifestFile.read(stick);
        if (manifest.isEmpty()) {
            throw new ProblemException(
                    ExitCode.INPUT_ERRORS,
                    "manifest-missing",
                    "there is no " + StickLayout.MANIFEST + " in " + stick
                            + "; name the root of a stick that stick prepare made");
        }
        Digest found = Digest.of(manifest.get());
        if (!found.equals(digest)) {
            throw new ProblemException(
                    ExitCode.INPUT_ERRORS,
                    "manifest-changed",
                    "the manifest itself was changed: its digest is " + found + ", not " + digest
                            + "; do not use the stick, prepare it again");
        }
        return List.of();
    }
}
