// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies at the root of a stick, as old Editors and every cmd take it. */
class StickTextsTest {

    private static final Path TEXTS =
            Path.of(System.getProperty("hwhash.root", "..")).resolve("packaging/src/main/portable/stick");

    private static final String OOBE = "for %d in (D E F G H I J K) do if exist %d:\\Collect.cmd %d:\\Collect.cmd";

    @Test
    void readMeSaysTheSameInSixLanguages() throws IOException {
        String text = read("READ ME.txt");
        List<String> parts = List.of(
                text.split("={78}\\s+(ENGLISH|SVENSKA|DEUTSCH|NEDERLANDS|ITALIANO|\u65e5\u672c\u8a9e)\\s+={78}"));

        assertThat(parts).hasSize(7);
        assertThat(parts.subList(1, 7))
                .allSatisfy(part -> assertThat(part)
                        .containsOnlyOnce(OOBE)
                        .contains("+F10", "DONE", "SAVED", "FAILED", "Autopilot", "group tag")
                        .containsOnlyOnce("hwhash merge -o all.csv E:\\devices"));
        assertThat(text).startsWith("\uFEFF");
    }

    /** The words of the screens are those of the read-me. */
    @Test
    void readMeNamesTheLargeWords() throws IOException {
        String text = read("READ ME.txt");

        for (String word : List.of("DONE", "SAVED", "FAILED")) {
            assertThat(Pattern.compile("^   " + word + " +\\S", Pattern.MULTILINE)
                            .matcher(text)
                            .results())
                    .hasSize(6);
        }
    }

    /** A checkout makes the line ends of Windows; Editor before Windows 10 1809 and cmd want them. */
    @ParameterizedTest
    @ValueSource(strings = {"READ ME.txt", "tags.txt", "Collect.cmd"})
    void linesEndAsWindowsWantsThem(String name) throws IOException {
        assertThat(read(name)).endsWith("\r\n").doesNotContainPattern("[^\r]\n");
    }

    @Test
    void whatCmdReadsIsAscii() throws IOException {
        byte[] script = Files.readAllBytes(TEXTS.resolve("Collect.cmd"));

        assertThat(Arrays.equals(
                        script, new String(script, StandardCharsets.US_ASCII).getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    private static String read(String name) throws IOException {
        return Files.readString(TEXTS.resolve(name));
    }
}
