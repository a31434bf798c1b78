// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.configuration;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads files with settings and secrets from disk, if they may be trusted. */
final class SettingsFile {

    /** Far above all keys with long values; what is larger was named by mistake. */
    private static final int LARGEST = 1 << 16;

    private final boolean elevated;

    /** With whether somebody who can write the file could misuse this process. */
    SettingsFile(boolean elevated) {
        this.elevated = elevated;
    }

    /** Returns why the file is not to be used; empty if it may. */
    Optional<String> distrust(Path file) throws ProblemException {
        try {
            return elevated ? FileTrust.distrust(file) : Optional.empty();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Reads a file that may have certain keys. */
    Map<Key, Setting> read(Path file, Set<Key> known) throws ProblemException {
        return ConfigurationText.read(file, text(file), known);
    }

    private static String text(Path file) throws ProblemException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(file, "it is not UTF-8; save it as UTF-8");
        }
    }

    /** Reads a file that is no text. */
    static byte[] bytes(Path file) throws ProblemException {
        try {
            if (!Files.isRegularFile(file)) {
                throw refused(file, Files.exists(file) ? "it is no plain file" : "there is no such file");
            }
            return content(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static byte[] content(Path file) throws IOException, ProblemException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw refused(file, "it has more than " + LARGEST + " bytes, and is no such file");
            }
            return content;
        }
    }

    private static ProblemException unreadable(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return refused(file, "there is no such file");
        }
        return refused(
                file,
                "it cannot be read: "
                        + (e instanceof AccessDeniedException
                                ? "access denied"
                                : e.getClass().getSimpleName()));
    }

    private static ProblemException refused(Path file, String why) {
        return new ProblemException(ExitCode.USAGE, "configuration-refused", file + ": " + why);
    }
}
