// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.configuration;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lines {@code key = value} of a file; pure. A value goes to the end of its line, whatever it holds; {@code #} at
 * the start of a line makes it a comment. No message repeats a value, which may be a secret.
 */
final class ConfigurationText {

    private final Path file;
    private final Path folder;
    private final Set<Key> known;
    private final Map<Key, Setting> settings = new EnumMap<>(Key.class);

    private ConfigurationText(Path file, Set<Key> known) {
        Path parent = file.toAbsolutePath().getParent();
        this.file = file;
        this.folder = parent == null ? file.toAbsolutePath() : parent;
        this.known = known;
    }

    /**
     * Reads a file's text.
     *
     * @param file its name, for messages and for relative paths in it
     * @param text what it holds; a byte order mark is skipped
     * @param known the keys that it may have
     * @throws ProblemException for a line that is none of all this; it names the line
     */
    static Map<Key, Setting> read(Path file, String text, Set<Key> known) throws ProblemException {
        ConfigurationText reader = new ConfigurationText(file, known);
        int from = text.startsWith("\uFEFF") ? 1 : 0;
        int number = 1;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            reader.line(text.substring(from, end).strip(), number);
            from = end + 1;
            number++;
        }
        return reader.settings;
    }

    private void line(String line, int number) throws ProblemException {
        if (line.isEmpty() || line.charAt(0) == '#') {
            return;
        }
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw refused(number, "there is no = in this line; write key = value, or # before a comment");
        }
        Key key = key(line.substring(0, equals).strip(), number);
        String value = line.substring(equals + 1).strip();
        if (value.isEmpty()) {
            throw refused(number, key + " has no value; delete the line, or write one");
        }
        if (settings.containsKey(key)) {
            throw refused(number, key + " stands in this file already; delete one of the lines");
        }
        settings.put(key, new Setting(key, value, file + ":" + number, folder));
    }

    private Key key(String name, int number) throws ProblemException {
        Optional<Key> key = Key.named(name);
        if (key.isPresent() && known.contains(key.get())) {
            return key.get();
        }
        Optional<Key> meant = Key.meant(name);
        String instead = meant.isPresent() && known.contains(meant.get())
                ? "it is written " + meant.get()
                : "the keys are " + listed();
        throw refused(number, "the key " + shown(name) + " is unknown; " + instead);
    }

    /** What stands before an = need not be a key: base64 ends so, and a line may have lost its beginning. */
    private static String shown(String name) {
        return name.length() <= 30 ? "\"" + name + "\"" : "of " + name.length() + " characters";
    }

    private String listed() {
        StringBuilder names = new StringBuilder();
        for (Key key : Key.values()) {
            if (known.contains(key)) {
                names.append(names.length() == 0 ? "" : ", ").append(key);
            }
        }
        return names.toString();
    }

    private ProblemException refused(int number, String why) {
        return new ProblemException(ExitCode.USAGE, "configuration-refused", file + ":" + number + ": " + why);
    }
}
