// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What the task of Windows says. */
class TaskDefinitionTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 21, 10, 0, 0, 123);

    @Test
    void runsEachHourAsSystemWithANetworkAndOnBattery() throws Exception {
        Document task = task(List.of("upload", "--schedule"));

        assertThat(text(task, "UserId")).isEqualTo("S-1-5-18");
        assertThat(text(task, "Interval")).isEqualTo("PT1H");
        assertThat(text(task, "RandomDelay")).isEqualTo("PT30M");
        assertThat(text(task, "StartBoundary")).isEqualTo("2026-11-21T10:00:00");
        assertThat(text(task, "RunOnlyIfNetworkAvailable")).isEqualTo("true");
        assertThat(text(task, "StopIfGoingOnBatteries")).isEqualTo("false");
        assertThat(text(task, "DisallowStartIfOnBatteries")).isEqualTo("false");
        assertThat(text(task, "ExecutionTimeLimit")).isEqualTo("PT10M");
    }

    @Test
    void commandSurvivesBlanksAndMarkup() throws Exception {
        Document task = task(List.of("upload", "--outbox", "C:\\a & <b>\\", "--to", "https://x/?"));

        assertThat(text(task, "Command")).isEqualTo("C:\\Program Files\\hwhash\\hwhash.exe");
        assertThat(text(task, "Arguments")).isEqualTo("upload --outbox \"C:\\a & <b>\\\\\" --to https://x/?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '\0', textBlock = """
                    a > a
                    a b > "a b"
                    C:\\a b\\ > "C:\\a b\\\\"
                    a"b > "a\\"b"
                    """)
    void wordsAreQuotedAsWindowsTakesThemApart(String word, String quoted) {
        assertThat(CommandWords.joined(List.of(word))).isEqualTo(quoted);
        assertThat(CommandWords.joined(List.of("x", word))).isEqualTo("x " + quoted);
    }

    @Test
    void argumentsAreThoseOfTheRunWithAbsolutePaths() {
        TaskRequest request = new TaskRequest(
                Path.of("out"),
                Optional.of("https://hwhash.example"),
                Optional.empty(),
                Optional.of(Path.of("my.secret")),
                Optional.empty(),
                Optional.empty());

        assertThat(request.arguments())
                .containsExactly(
                        "upload",
                        "--schedule",
                        "--quiet",
                        "--outbox",
                        Path.of("out").toAbsolutePath().toString(),
                        "--to",
                        "https://hwhash.example",
                        "--secret-file",
                        Path.of("my.secret").toAbsolutePath().toString());
    }

    private static Document task(List<String> arguments) throws Exception {
        String xml = new TaskDefinition("C:\\Program Files\\hwhash\\hwhash.exe", arguments, START).xml();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static String text(Document task, String element) {
        assertThat(task.getElementsByTagName(element).getLength()).isEqualTo(1);
        return task.getElementsByTagName(element).item(0).getTextContent();
    }
}
