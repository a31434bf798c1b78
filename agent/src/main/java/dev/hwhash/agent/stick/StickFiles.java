// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What lies on a stick where the program is: all at the root but folders, and all in the program's folder but the
 * outbox. Links are found, never followed. Used once.
 */
final class StickFiles {

    private final Path stick;
    private final List<Found> found = new ArrayList<>();

    /**
     * Something that has a name there.
     *
     * @param path where it is, with slashes, as the file system has it
     * @param file the same for opening it
     * @param oddity what it is unless it is a file, fit behind "it is "; empty for a file
     */
    record Found(String path, Path file, Optional<String> oddity) {

        /** Returns what is equal for two names that FAT, exFAT and NTFS take for one. */
        String key() {
            return StickLayout.key(path);
        }
    }

    private StickFiles(Path stick) {
        this.stick = stick;
    }

    /** Returns all that is there, in no order. */
    static List<Found> on(Path stick) {
        StickFiles files = new StickFiles(stick);
        files.root();
        return files.found;
    }

    private void root() {
        boolean entered = false;
        for (Path path : in(stick, "")) {
            String name = String.valueOf(path.getFileName());
            String key = StickLayout.key(name);
            Kind kind = Kind.of(path);
            boolean program = key.equals(StickLayout.PROGRAM);
            boolean unlisted = kind == Kind.FILE && StickLayout.UNLISTED.contains(key);
            if (program && kind == Kind.FOLDER && !entered) {
                entered = true;
                folder(path, name);
            } else if (program || (kind != Kind.FOLDER && !unlisted)) {
                // Two folders of the program: Windows would enter either of them.
                add(name, path, kind);
            }
        }
    }

    private void folder(Path folder, String at) {
        for (Path path : in(folder, at)) {
            String name = at + "/" + path.getFileName();
            Kind kind = Kind.of(path);
            if (kind != Kind.FOLDER) {
                add(name, path, kind);
            } else if (!StickLayout.key(name).equals(StickLayout.OUTBOX)) {
                folder(path, name);
            }
        }
    }

    private List<Path> in(Path folder, String at) {
        try {
            return list(folder);
        } catch (IOException e) {
            String why = "a folder that cannot be read: " + FileWords.of(e);
            found.add(new Found(at + "/", folder, Optional.of(why)));
            return List.of();
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
            names.forEach(paths::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return paths;
    }

    private void add(String name, Path path, Kind kind) {
        found.add(new Found(name, path, kind == Kind.FILE ? Optional.empty() : Optional.of(kind.words)));
    }

    /** What stands at a path, links not followed. */
    enum Kind {
        FILE("a file"),
        FOLDER("a folder"),
        LINK("a link"),
        OTHER("neither a file nor a folder"),
        MISSING("not there");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Returns it; what cannot be looked at is something else than a file. */
        static Kind of(Path path) {
            try {
                BasicFileAttributes seen = Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
                // A folder that is something else as well is a junction of Windows.
                if (seen.isSymbolicLink() || (seen.isDirectory() && seen.isOther())) {
                    return LINK;
                }
                return seen.isDirectory() ? FOLDER : seen.isRegularFile() ? FILE : OTHER;
            } catch (IOException e) {
                return Files.notExists(path, NOFOLLOW_LINKS) ? MISSING : OTHER;
            }
        }

        /** Returns what it is, fit behind "it is ". */
        String words() {
            return words;
        }
    }
}
