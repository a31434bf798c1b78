// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import java.nio.file.Path;

/**
 * The names beside a device file that its writers use.
 *
 * @param target the device file itself, absolute
 */
record Companions(Path target) {

    private static final String LOCK = ".lock";
    private static final String FRESH = ".hwhash-new";
    private static final String READY = ".hwhash-ready";
    private static final String OLD = ".hwhash-old";

    /** Held locked by whoever changes the file. */
    Path lock() {
        return beside(LOCK);
    }

    /** Being written, so perhaps incomplete: never worth keeping. */
    Path fresh() {
        return beside(FRESH);
    }

    /** The next content, complete and forced, waiting for the name; only where renames are not atomic. */
    Path ready() {
        return beside(READY);
    }

    /** The content before, kept until the next one has the name; only where renames are not atomic. */
    Path old() {
        return beside(OLD);
    }

    /** Tells whether a name is that of a companion of some device file. */
    static boolean isCompanion(String name) {
        return name.endsWith(LOCK) || name.endsWith(FRESH) || name.endsWith(READY) || name.endsWith(OLD);
    }

    /** Tells whether a file is all that is left of a device file: its next content or the one before, complete. */
    static boolean isSurvivor(Path file) {
        String name = String.valueOf(file.getFileName());
        String suffix = name.endsWith(READY) ? READY : OLD;
        if (!name.endsWith(suffix)) {
            return false;
        }
        Companions names = new Companions(file.resolveSibling(name.substring(0, name.length() - suffix.length())));
        boolean better = holdsAnything(names.target()) || (suffix.equals(OLD) && holdsAnything(names.ready()));
        return !better && holdsAnything(file);
    }

    private static boolean holdsAnything(Path path) {
        return path.toFile().length() > 0;
    }

    private Path beside(String suffix) {
        return target.resolveSibling(target.getFileName() + suffix);
    }
}
