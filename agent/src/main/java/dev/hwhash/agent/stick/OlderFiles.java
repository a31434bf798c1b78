// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import dev.hwhash.agent.stick.StickFiles.Found;
import dev.hwhash.device.file.DeviceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of the files that are on a stick and not in its new manifest. Only what stick prepare has surely written
 * goes: what the manifest before names, with the content that it says, and what an interrupted run left beside a file.
 *
 * @param remove files to remove
 * @param foreign names of what stays
 */
record OlderFiles(List<Path> remove, List<String> foreign) {

    OlderFiles {
        remove = List.copyOf(remove);
        foreign = List.copyOf(foreign);
    }

    /** Tells whether a file holds what a digest says. */
    interface Held {

        /** Looks at the file. */
        boolean by(StickPath path, Digest digest);
    }

    /** Decides. */
    static OlderFiles among(List<Found> found, Set<String> now, Optional<Manifest> before, Held held) {
        Map<String, Manifest.Line> older = new HashMap<>();
        for (Manifest.Line line : before.map(Manifest::lines).orElse(List.of())) {
            older.put(line.path().key(), line);
        }
        List<Path> remove = new ArrayList<>();
        List<String> foreign = new ArrayList<>();
        for (Found file : found) {
            if (now.contains(file.key())) {
                continue;
            }
            Manifest.Line line = older.get(file.key());
            boolean old = line != null && held.by(line.path(), line.digest());
            if (file.oddity().isEmpty() && (old || isLeftover(file, now, older.keySet()))) {
                remove.add(file.file());
            } else {
                foreign.add(file.path());
            }
        }
        return new OlderFiles(remove, foreign);
    }

    /** Beside the list of tags and the manifest, which are no program files, there can be some too. */
    private static boolean isLeftover(Found file, Set<String> now, Set<String> older) {
        if (!DeviceFile.isCompanion(file.file())) {
            return false;
        }
        int end = Math.max(file.key().lastIndexOf(".lock"), file.key().lastIndexOf(".hwhash-"));
        String owner = file.key().substring(0, Math.max(end, 0));
        return now.contains(owner) || older.contains(owner) || StickLayout.UNLISTED.contains(owner);
    }
}
