// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The catalogue holds all that the templates say, and nothing that nobody says. */
class TextsTest {

    private static final Path TEMPLATES = Path.of("src", "main", "jte");
    private static final Path CLASSES = Path.of("src", "main", "java", "dev", "hwhash", "service");

    /** What a template has besides text: its directives up to the end of the line, values, tags. */
    private static final List<Pattern> NO_TEXT = List.of(
            Pattern.compile("(?m)^@(import|param|template)\\b.*$"),
            Pattern.compile("\\$\\{[^}]*}"),
            Pattern.compile("(?s)<[^>]*>"),
            // A condition has at most calls of calls of calls within its brackets.
            Pattern.compile("@(if|elseif|for)" + brackets(brackets(brackets(brackets(""))))),
            Pattern.compile("@(else|endif|endfor|raw|endraw)"),
            Pattern.compile("(?m)^!\\{.*}$"),
            Pattern.compile("&[a-z]+;"));

    private static String brackets(String within) {
        return "\\((?:[^()]" + (within.isEmpty() ? "" : "|" + within) + ")*\\)";
    }

    @TestFactory
    Stream<DynamicTest> noTemplateHasWordsOfItsOwn() throws IOException {
        return files(TEMPLATES).stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    String rest = Files.readString(file);
                    for (Pattern pattern : NO_TEXT) {
                        rest = pattern.matcher(rest).replaceAll("");
                    }
                    assertThat(rest.lines().filter(line -> line.matches(".*\\p{L}{3}.*")))
                            .isEmpty();
                }));
    }

    @Test
    void eachTextIsSaidSomewhere() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path folder : List.of(TEMPLATES, CLASSES)) {
            for (Path file : files(folder)) {
                all.append(Files.readString(file));
            }
        }
        Set<String> unsaid = new TreeSet<>(keys());
        // A key may be put together of a beginning and a name: "state." + state.
        unsaid.removeIf(
                key -> all.indexOf('"' + key + '"') >= 0 || beginnings(key).anyMatch(start -> all.indexOf(start) >= 0));
        assertThat(unsaid).isEmpty();
    }

    @Test
    void eachTextThatATemplateNamesIsThere() throws IOException {
        Pattern named = Pattern.compile("frame\\.text\\(\"([^\"]+)\"\\s*[,)]");
        for (Path file : files(TEMPLATES)) {
            assertThat(named.matcher(Files.readString(file)).results().map(match -> match.group(1)))
                    .as(file.toString())
                    .allMatch(Texts.ENGLISH::has);
        }
    }

    @Test
    void noTextIsThereTwice() throws IOException {
        Path catalogue = Path.of("src", "main", "resources", "dev", "hwhash", "service", "page", "texts.properties");
        assertThat(Files.readAllLines(catalogue).stream()
                        .filter(line -> line.contains(" = "))
                        .map(line -> line.substring(0, line.indexOf(" = "))))
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesAKeyThatIsNotThere() {
        assertThatThrownBy(() -> Texts.ENGLISH.of("no.such.key"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no.such.key");
    }

    private static Stream<String> beginnings(String key) {
        Stream.Builder<String> beginnings = Stream.builder();
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            beginnings.add('"' + key.substring(0, dot + 1) + '"');
        }
        return beginnings.build();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Set<String> keys() throws IOException {
        Properties read = new Properties();
        try (InputStream bytes = Texts.class.getResourceAsStream("texts.properties")) {
            read.load(new InputStreamReader(bytes, UTF_8));
        }
        return new TreeSet<>(read.stringPropertyNames());
    }
}
