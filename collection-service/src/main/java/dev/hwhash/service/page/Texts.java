// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The catalogue of all that the page says: {@code texts.properties} beside this class. Immutable and thread-safe. */
public final class Texts {

    /** The catalogue in English. */
    public static final Texts ENGLISH = new Texts("texts.properties", Locale.ENGLISH);

    private final Map<String, String> texts;
    private final Locale locale;

    private Texts(String resource, Locale locale) {
        this.locale = locale;
        Properties read = new Properties();
        try (InputStream bytes = Texts.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException("the catalogue " + resource + " is not in the jar");
            }
            read.load(new InputStreamReader(bytes, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        texts = read.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, read::getProperty));
    }

    /**
     * Returns a text.
     *
     * @param key its name in the catalogue
     * @param values what stands at {@code {0}}, {@code {1}} and so on, as {@link MessageFormat} has it
     * @return the text, not yet HTML
     * @throws IllegalArgumentException if the catalogue has no such key
     */
    public String of(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("the catalogue has no text " + key);
        }
        return new MessageFormat(text, locale).format(values);
    }

    /**
     * Returns whether there is a text.
     *
     * @param key a name
     * @return false where {@link #of} would fail
     */
    public boolean has(String key) {
        return texts.containsKey(key);
    }
}
