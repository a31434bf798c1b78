// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the program files of a stick hold, as the lines of {@code sha256sum}: 64 digits, two blanks, the path; sorted,
 * with LF. There is one text for the same files, so that the digest of that text stands for all of them. Pure and
 * immutable.
 */
final class Manifest {

    private static final int DIGITS = 64;
    private static final String BETWEEN = "  ";

    private final List<Line> lines;

    /**
     * One file.
     *
     * @param path where it is
     * @param digest what it holds
     */
    record Line(StickPath path, Digest digest) {}

    private Manifest(Collection<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /** Returns that of some files. */
    static Manifest of(Map<StickPath, Digest> files) {
        List<Line> lines = new ArrayList<>();
        new TreeMap<>(files).forEach((path, digest) -> lines.add(new Line(path, digest)));
        return new Manifest(lines);
    }

    /**
     * Reads one, which anybody may have written.
     *
     * @throws NotAManifestException unless it is as {@link #bytes} writes it
     */
    static Manifest read(byte[] bytes) throws NotAManifestException {
        if (bytes.length == 0 || bytes[bytes.length - 1] != '\n') {
            throw new NotAManifestException("it does not end with a line");
        }
        List<Line> lines = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        int from = 0;
        while (from < bytes.length) {
            int end = from;
            while (bytes[end] != '\n') {
                end++;
            }
            // Each byte a character: one that is not ASCII is refused as such.
            Line line = line(new String(bytes, from, end - from, ISO_8859_1), lines);
            if (!keys.add(line.path().key())) {
                throw refused(lines.size() + 1, "names a file that another line names");
            }
            lines.add(line);
            from = end + 1;
        }
        return new Manifest(lines);
    }

    private static Line line(String text, List<Line> before) throws NotAManifestException {
        int number = before.size() + 1;
        int path = DIGITS + BETWEEN.length();
        if (text.length() <= path || !text.startsWith(BETWEEN, DIGITS)) {
            throw refused(number, "is not 64 digits, two blanks and a path");
        }
        String digits = text.substring(0, DIGITS);
        Optional<Digest> digest = Digest.read(digits);
        if (digest.isEmpty() || !digest.get().hex().equals(digits)) {
            throw refused(number, "does not begin with 64 hexadecimal digits");
        }
        Optional<String> flaw = StickPath.flaw(text.substring(path));
        if (flaw.isPresent()) {
            throw refused(number, "names a path that " + flaw.get());
        }
        Line line = new Line(new StickPath(text.substring(path)), digest.get());
        if (number > 1 && before.get(number - 2).path().compareTo(line.path()) >= 0) {
            throw refused(number, "is not behind the line before in the order of paths");
        }
        return line;
    }

    private static NotAManifestException refused(int number, String why) {
        return new NotAManifestException("line " + number + " " + why);
    }

    /** Returns the files, sorted by their paths. */
    List<Line> lines() {
        return lines;
    }

    /** Returns the keys of all paths. */
    Set<String> keys() {
        Set<String> keys = new HashSet<>();
        for (Line line : lines) {
            keys.add(line.path().key());
        }
        return keys;
    }

    /** Returns its text. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(line.digest()).append(BETWEEN).append(line.path()).append('\n');
        }
        return text.toString().getBytes(US_ASCII);
    }

    /** Returns what stands for all files. */
    Digest digest() {
        return Digest.of(bytes());
    }
}
