// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import dev.hwhash.agent.stick.StickFiles.Found;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What differs between a manifest and the files that were found; reads the contents of those that it names. */
final class Comparison {

    private final Map<String, List<Found>> found = new HashMap<>();
    private final List<Difference> differences = new ArrayList<>();

    private Comparison(List<Found> files) {
        for (Found file : files) {
            List<Found> same = found.computeIfAbsent(file.key(), key -> new ArrayList<>());
            same.add(file);
        }
    }

    /** Returns all that differs, sorted by path: first what the manifest names, then what it does not name. */
    static List<Difference> of(Manifest manifest, List<Found> files) {
        Comparison comparison = new Comparison(files);
        for (Manifest.Line line : manifest.lines()) {
            comparison.compare(line);
        }
        comparison.addRest();
        return comparison.differences;
    }

    private void compare(Manifest.Line line) {
        List<Found> same = found.getOrDefault(line.path().key(), List.of());
        if (same.isEmpty()) {
            differences.add(Difference.missing(line.path().text()));
            return;
        }
        Found file = same.remove(indexOf(line.path().text(), same));
        Optional<String> seen = file.oddity().isPresent()
                ? file.oddity().map(oddity -> "it is " + oddity)
                : difference(file.file(), line.digest());
        seen.ifPresent(words -> differences.add(Difference.changed(file.path(), words)));
    }

    /** Where a file system knows capitals, two files may have names that Windows takes for one. */
    private static int indexOf(String path, List<Found> same) {
        for (int i = 0; i < same.size(); i++) {
            if (same.get(i).path().equals(path)) {
                return i;
            }
        }
        return 0;
    }

    private static Optional<String> difference(Path file, Digest expected) {
        try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Digest.of(content).equals(expected) ? Optional.empty() : Optional.of("it holds something else");
        } catch (IOException e) {
            return Optional.of("it cannot be read: " + FileWords.of(e));
        }
    }

    private void addRest() {
        List<Difference> added = new ArrayList<>();
        for (List<Found> rest : found.values()) {
            for (Found file : rest) {
                added.add(Difference.added(file));
            }
        }
        added.sort((one, other) -> one.path().compareTo(other.path()));
        differences.addAll(added);
    }
}
