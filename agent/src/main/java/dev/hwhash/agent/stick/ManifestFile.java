// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** The manifest as it lies on a stick; reads disks, decides nothing about what stands in it. */
final class ManifestFile {

    /** Thousands of files with long names; what is larger is none. */
    private static final int LARGEST = 1 << 20;

    private ManifestFile() {}

    /** Returns what it holds; empty where nothing has its name. */
    static Optional<byte[]> read(Path stick) throws ProblemException {
        Path file = stick.resolve(StickLayout.MANIFEST);
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(stick, "it is no plain file");
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw refused(stick, "it has more than " + LARGEST + " bytes");
            }
            return Optional.of(content);
        } catch (IOException e) {
            throw refused(stick, "it cannot be read: " + FileWords.of(e));
        }
    }

    static ProblemException refused(Path stick, String why) {
        return new ProblemException(
                ExitCode.INPUT_ERRORS,
                "manifest-refused",
                stick.resolve(StickLayout.MANIFEST) + " is no manifest of a stick: " + why
                        + "; prepare the stick again from a folder that you trust");
    }
}
