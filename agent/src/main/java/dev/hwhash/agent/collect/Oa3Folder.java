// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.agent.Messages;
import dev.hwhash.agent.configuration.FileTrust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A new folder for one run of oa3tool, which goes with all that is in it. */
final class Oa3Folder implements AutoCloseable {

    private static final String PREFIX = "hwhash-oa3-";

    /** Windows keeps a file for a moment after the process that had it open, and scanners look at new ones. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final int ATTEMPTS = 10;

    private final Path path;
    private final Messages messages;

    private Oa3Folder(Path path, Messages messages) {
        this.path = path;
        this.messages = messages;
    }

    /**
     * Makes it among the temporary files.
     *
     * @param guarded whether there may be others, to whom the usual folder of temporary files is open
     * @throws IOException if it cannot be made
     */
    static Oa3Folder make(boolean guarded, Messages messages) throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir", "")).toAbsolutePath();
        if (!guarded || FileTrust.hasNoRights(temporary)) {
            return new Oa3Folder(Files.createTempDirectory(PREFIX), messages);
        }
        Path folder = temporary.resolve(PREFIX + UUID.randomUUID());
        FileTrust.createForAdministrators(folder);
        return new Oa3Folder(folder, messages);
    }

    Path path() {
        return path;
    }

    /** Deletes it, or says what is left: a report holds the hash. */
    @Override
    public void close() {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                delete(path);
                return;
            } catch (IOException e) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        messages.warning("oa3tool-left", "the folder " + path + " of oa3tool could not be deleted; delete it by hand");
    }

    private static void delete(Path file) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> inside = Files.list(file)) {
                for (Path one : inside.toList()) {
                    delete(one);
                }
            }
        }
        Files.deleteIfExists(file);
    }
}
