// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import dev.hwhash.device.file.DeviceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The place of a program file on a stick: a relative path that names the same file on FAT, exFAT and NTFS and in any
 * code page. Pure.
 *
 * @param text the path with slashes, such as {@code hwhash/lib/device.jar}
 * @see <a href="https://learn.microsoft.com/windows/win32/fileio/naming-a-file">Naming files, paths and namespaces</a>
 */
record StickPath(String text) implements Comparable<StickPath> {

    /** What is at the root, and no file of the program. */
    private static final Set<String> NOT_PROGRAM =
            Set.of(StickLayout.TAGS, StickLayout.MANIFEST, StickLayout.PROGRAM, StickLayout.DEVICES);

    /** With a drive and a folder before it, it stays below the 259 characters of old programs. */
    private static final int MOST_CHARACTERS = 200;

    private static final String RESERVED = "\\:*?\"<>|";

    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "conin$", "conout$");

    /** Refuses what {@link #flaw} finds. */
    StickPath {
        Optional<String> flaw = flaw(text);
        if (flaw.isPresent()) {
            throw new IllegalArgumentException("no place on a stick: " + flaw.get());
        }
    }

    /** Returns why a text is no such path, fit behind its name; empty if it is one. */
    static Optional<String> flaw(String text) {
        if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
            return Optional.of("has " + text.length() + " characters");
        }
        List<String> names = names(text);
        for (String name : names) {
            Optional<String> flaw = flawOfName(name);
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return flawOfPlace(text, names);
    }

    private static Optional<String> flawOfPlace(String text, List<String> names) {
        if (DeviceFile.isCompanion(Path.of(names.get(names.size() - 1)))) {
            return Optional.of("is named as what hwhash itself leaves beside a file that it writes");
        }
        boolean atRoot = names.size() == 1 && !NOT_PROGRAM.contains(StickLayout.key(text));
        boolean below =
                names.size() > 1 && StickLayout.key(names.get(0)).equals(StickLayout.PROGRAM) && !isInOutbox(text);
        return atRoot || below ? Optional.empty() : Optional.of("is not where the program is on a stick");
    }

    private static boolean isInOutbox(String text) {
        String key = StickLayout.key(text);
        return key.equals(StickLayout.OUTBOX) || key.startsWith(StickLayout.OUTBOX + "/");
    }

    private static Optional<String> flawOfName(String name) {
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            return Optional.of("has a part that names no file");
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || c > '~' || RESERVED.indexOf(c) >= 0) {
                return Optional.of("has a character that not every stick can hold");
            }
        }
        if (name.startsWith(" ") || name.endsWith(" ") || name.endsWith(".")) {
            return Optional.of("has a name that Windows would change");
        }
        return isDevice(name) ? Optional.of("has the name of a device of Windows") : Optional.empty();
    }

    /** As Windows sees it: {@code nul}, and {@code NUL.txt} too. */
    private static boolean isDevice(String name) {
        int dot = name.indexOf('.');
        String base = StickLayout.key(dot < 0 ? name : name.substring(0, dot)).stripTrailing();
        boolean port = base.length() == 4
                && (base.startsWith("com") || base.startsWith("lpt"))
                && Character.isDigit(base.charAt(3));
        return port || DEVICES.contains(base);
    }

    private static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        int from = 0;
        for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', from)) {
            names.add(text.substring(from, slash));
            from = slash + 1;
        }
        names.add(text.substring(from));
        return names;
    }

    /** Returns what is equal for two paths that FAT, exFAT and NTFS take for one. */
    String key() {
        return StickLayout.key(text);
    }

    /** Returns the file itself. */
    Path in(Path stick) {
        Path file = stick;
        for (String name : names(text)) {
            file = file.resolve(name);
        }
        return file;
    }

    /** Orders by the characters, as {@code LC_ALL=C sort} does. */
    @Override
    public int compareTo(StickPath other) {
        return text.compareTo(other.text);
    }

    /** Returns the path. */
    @Override
    public String toString() {
        return text;
    }
}
