// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.stick.StickFiles.Kind;
import dev.hwhash.device.file.Content;
import dev.hwhash.device.file.DeviceFile;
import dev.hwhash.device.file.DeviceFileException;
import dev.hwhash.device.file.DurableFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Puts files on a stick, each whole or not at all. Nothing is written through a link: a stick from foreign hands could
 * lead elsewhere with one.
 */
final class StickWriter {

    /** How long another program may hold a file, such as a scanner of viruses. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path stick;
    private final StickFolders folders;

    StickWriter(Path stick) {
        this.stick = stick;
        this.folders = new StickFolders(stick);
    }

    /**
     * Tells whether a file is on the stick already as it shall be: the same bytes, and nothing beside them, as the mark
     * of the web would be.
     */
    boolean has(StickPath path, Digest digest) {
        return holds(path, digest) && !hasMore(path.in(stick));
    }

    /** Tells whether a file has these bytes. */
    boolean holds(StickPath path, Digest digest) {
        Path file = path.in(stick);
        if (Kind.of(file) != Kind.FILE || !folders.hold(file)) {
            return false;
        }
        try (InputStream content = Files.newInputStream(file, NOFOLLOW_LINKS)) {
            return Digest.of(content).equals(digest);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Windows shows the other streams of a file on NTFS so. */
    private static boolean hasMore(Path file) {
        try {
            UserDefinedFileAttributeView view =
                    Files.getFileAttributeView(file, UserDefinedFileAttributeView.class, NOFOLLOW_LINKS);
            return view != null && !view.list().isEmpty();
        } catch (IOException aFileSystemWithout) {
            return false;
        }
    }

    /** Writes a file, replaces one that has its name, forces it to disk and reads it back. */
    void write(StickPath path, FileContent content, Digest digest) throws ProblemException {
        Path file = path.in(stick);
        folders.makeFor(file);
        Optional<byte[]> secret = content.secret();
        if (secret.isPresent()) {
            putPrivately(file, secret.get());
        } else {
            put(file, sink -> copy(content, sink), true);
        }
        if (!holds(path, digest)) {
            throw notWritten(file + " does not hold what was written to it: the stick is worn out, or the file that is"
                    + " copied was changed meanwhile; run it again, and take another stick if that does not help");
        }
    }

    /** Writes a file that no manifest names, unless one has its name. */
    void writeIfMissing(Path file, byte[] content) throws ProblemException {
        if (Kind.of(file) == Kind.MISSING) {
            put(file, sink -> sink.write(content), false);
        }
    }

    /** Writes the manifest. */
    void writeManifest(Manifest manifest) throws ProblemException {
        byte[] content = manifest.bytes();
        put(stick.resolve(StickLayout.MANIFEST), sink -> sink.write(content), true);
        Optional<byte[]> written = ManifestFile.read(stick);
        if (written.isEmpty() || !Arrays.equals(written.get(), content)) {
            throw notWritten("the manifest does not hold what was written to it; run it again, or take another stick");
        }
    }

    /** Removes a file. */
    void remove(Path file) throws ProblemException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw notWritten("cannot remove " + file + ": " + FileWords.of(e)
                    + "; close what has it open, and check the switch of the stick");
        }
    }

    private static void put(Path file, Content<ProblemException> content, boolean overwrite) throws ProblemException {
        try {
            new DeviceFile(file, true).create(content, overwrite, PATIENCE);
        } catch (DeviceFileException e) {
            throw notWritten(e.getMessage());
        }
    }

    /** Where the file system knows accounts, no other one can read it. */
    private static void putPrivately(Path file, byte[] content) throws ProblemException {
        try {
            new DurableFolder(file.resolveSibling(""), true).put(String.valueOf(file.getFileName()), content);
        } catch (DeviceFileException e) {
            throw notWritten(e.getMessage());
        }
    }

    private static void copy(FileContent content, Content.Sink sink) throws IOException, ProblemException {
        try (Pieces pieces = new Pieces(content)) {
            for (byte[] piece = pieces.next(); piece.length > 0; piece = pieces.next()) {
                sink.write(piece);
            }
        }
    }

    /** The stick did not take something. */
    static ProblemException notWritten(String words) {
        return new ProblemException(ExitCode.NOT_WRITTEN, "stick-not-written", words);
    }
}
