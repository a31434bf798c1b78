// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code --log-file}: the same words for CMTrace, and never another exit code. */
class LogFileIT {

    private static final Pattern LINE = Pattern.compile(
            "<!\\[LOG\\[(?<words>[ -~]*?)\\]LOG\\]!><time=\"\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(?<bias>[+-]\\d{3})\""
                    + " date=\"\\d\\d-\\d\\d-\\d{4}\" component=\"hwhash\" context=\"\" type=\"(?<type>[123])\""
                    + " thread=\"\\d+\" file=\"[^\"]*\">");

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void makeCaptures() throws IOException {
        Files.writeString(
                folder.resolve("good.txt"), SyntheticHash.of("HWHASH-0001").text());
        Files.writeString(
                folder.resolve("bad.txt"),
                SyntheticHash.of("HWHASH-0002").flipped(4000).text());
    }

    @Test
    void logHasEveryMessageEvenWhenStderrIsQuietAndIsAppendedTo() throws IOException {
        HwhashRun verbose = collect("good.txt", "bad.txt", "-o", "x.csv", "--verbose", "--log-file", "x.log")
                .exits(14);
        List<String> first = words();
        assertThat(first)
                .containsExactlyElementsOf(verbose.lines().stream()
                        .map(line -> line.substring("hwhash: ".length()))
                        .toList());
        assertThat(first).anyMatch(words -> words.startsWith("error hash-damaged: "));
        HwhashRun quiet = collect("good.txt", "-o", "x.csv", "--quiet", "--log-file", "x.log")
                .exits(0);
        assertThat(quiet.stderr()).isEmpty();
        assertThat(words()).startsWith(first.toArray(new String[0])).hasSizeGreaterThan(first.size());
        assertThat(Files.readString(folder.resolve("x.log"))).doesNotContainPattern(HwhashRun.HASH_TEXT);
    }

    @Test
    void kindsOfMessagesHaveTheirTypes() throws IOException {
        Files.writeString(
                folder.resolve("pcs.json"),
                "{\"hardwareHash\":\""
                        + SyntheticHash.of("To be filled by O.E.M.").text() + "\"}");
        collect("pcs.json", "bad.txt", "-o", "x.csv", "--log-file", "x.log").exits(14);
        String types = Files.readAllLines(folder.resolve("x.log")).stream()
                .map(line -> line.replaceAll("<!\\[LOG\\[([a-z]+) .* type=\"(.)\".*", "$1$2"))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        assertThat(types).isEqualTo("detail1 error3 note1 warning2");
    }

    @Test
    void biasIsThatOfThePc() throws IOException {
        Hwhash.in(folder)
                .jvm("-Duser.timezone=Asia/Kathmandu")
                .run("collect", "--from", "good.txt", "-o", "x.csv", "--log-file", "x.log")
                .exits(0);
        var matcher = LINE.matcher(Files.readAllLines(folder.resolve("x.log")).get(0));
        assertThat(matcher.matches()).isTrue();
        assertThat(matcher.group("bias")).isEqualTo("-345");
    }

    @Test
    void logThatCannotBeOpenedIsOneWarningAndTheSameExitCode() throws IOException {
        HwhashRun variable =
                collect("good.txt", "--log-file", "%_SMSTSLogPath%\\x.log").exits(0);
        assertThat(variable.only("warning", "log-not-opened")).contains("%_SMSTSLogPath%", "not replaced");
        HwhashRun missing = collect("bad.txt", "--log-file", "no/x.log").exits(14);
        assertThat(missing.only("warning", "log-not-opened")).contains("its folder does not exist");
        Files.createDirectory(folder.resolve("dir.log"));
        HwhashRun directory = collect("good.txt", "--log-file", "dir.log").exits(0);
        assertThat(directory.only("warning", "log-not-opened")).contains("it is no plain file");
        assertThat(List.of(variable, missing, directory)).allMatch(run -> run.count("warning") == 1);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("good.txt", "bad.txt", "dir.log");
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs a pipe with a name")
    void pipeThatNobodyReadsIsNotWaitedFor() throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("x.log").toString())
                        .start()
                        .waitFor())
                .isZero();
        HwhashRun run =
                collect("good.txt", "--log-file", "x.log", "--timeout", "5").exits(0);
        assertThat(run.only("warning", "log-not-opened")).contains("it is no plain file");
    }

    private HwhashRun collect(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "collect";
        all[1] = "--from";
        System.arraycopy(args, 0, all, 2, args.length);
        return Hwhash.in(folder).run(all);
    }

    private List<String> words() throws IOException {
        String log = Files.readString(folder.resolve("x.log"));
        assertThat(log).endsWith("\r\n");
        return log.lines()
                .map(line -> {
                    var matcher = LINE.matcher(line);
                    assertThat(matcher.matches()).as(line).isTrue();
                    return matcher.group("words");
                })
                .toList();
    }
}
