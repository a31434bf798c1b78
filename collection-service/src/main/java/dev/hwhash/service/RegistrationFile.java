// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The file that {@code --registration-file} names: lines {@code key = value}, the value literal to the line's end. */
final class RegistrationFile {

    /** More than any such file has. */
    private static final long MOST_BYTES = 1 << 16;

    private final Path file;
    private final Map<RegistrationKey, String> values;

    private RegistrationFile(Path file, Map<RegistrationKey, String> values) {
        this.file = file;
        this.values = values;
    }

    /** Reads the file, which nobody but its owner may read; no message holds a value of it. */
    static RegistrationFile read(Path file) throws FailedException {
        return new RegistrationFile(file, values(file, new String(content(file), StandardCharsets.UTF_8)));
    }

    private static byte[] content(Path file) throws FailedException {
        try {
            if (PrivateFiles.isOpenToOthers(file)) {
                throw wrong(file, "others than its owner may read or write it; chmod 600 it, and make a new secret");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw wrong(file, "it has " + Files.size(file) + " bytes; the most are " + MOST_BYTES);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw wrong(file, "it cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static Map<RegistrationKey, String> values(Path file, String text) throws FailedException {
        Map<RegistrationKey, String> values = new EnumMap<>(RegistrationKey.class);
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String content = line.strip();
            if (content.isEmpty() || content.startsWith("#")) {
                continue;
            }
            int equals = content.indexOf('=');
            if (equals < 0) {
                throw wrong(file, "its line " + number + " is not key = value");
            }
            RegistrationKey key = key(file, content.substring(0, equals).strip(), number);
            String value = content.substring(equals + 1).strip();
            if (value.isEmpty() || values.putIfAbsent(key, value) != null) {
                throw wrong(file, "its line " + number + " gives " + key + (value.isEmpty() ? " no value" : " again"));
            }
        }
        return values;
    }

    private static RegistrationKey key(Path file, String text, int number) throws FailedException {
        Optional<RegistrationKey> key = RegistrationKey.named(text);
        if (key.isEmpty()) {
            // It may be a secret whose line was broken.
            boolean plain = text.length() <= 30 && text.matches("[A-Za-z-]+");
            throw wrong(
                    file,
                    "its line " + number + " has the unknown key "
                            + (plain ? text : "of " + text.length() + " characters")
                            + "; known are " + String.join(", ", names()));
        }
        return key.get();
    }

    private static String[] names() {
        return Arrays.stream(RegistrationKey.values())
                .map(RegistrationKey::toString)
                .toArray(String[]::new);
    }

    Optional<String> value(RegistrationKey key) {
        return Optional.ofNullable(values.get(key));
    }

    String required(RegistrationKey key) throws FailedException {
        Optional<String> value = value(key);
        if (value.isEmpty()) {
            throw wrong("it has no line " + key + " = ...");
        }
        return value.get();
    }

    /** Returns a path beside the file, unless it is absolute. */
    Path beside(String path) {
        return file.resolveSibling(path);
    }

    FailedException wrong(String words) {
        return wrong(file, words);
    }

    private static FailedException wrong(Path file, String words) {
        return new FailedException(
                ExitCode.USAGE,
                "registration-file",
                String.format(Locale.ROOT, "the file %s of --registration-file is not fit: %s", file, words));
    }
}
