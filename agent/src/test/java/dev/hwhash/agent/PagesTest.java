// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.configuration.Key;
import dev.hwhash.device.file.DeviceFileException;
import dev.hwhash.uploader.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParameterException;

/** Every command, id, exit code, key and link in the pages exists. */
class PagesTest {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern ID = Pattern.compile("`(?:hwhash: )?(?:error|warning|note) ([a-z][a-z0-9-]*)[:`]");
    private static final Pattern LITERAL = Pattern.compile("\"(defect|timeout|[a-z]+(?:-[a-z0-9]+)+)\"");
    private static final Pattern LAUNCHER_ID = Pattern.compile("hwhash: error ([a-z-]+):");
    /** In a sentence, in the first cell of a row, and behind an id. */
    private static final List<Pattern> EXIT_CODES = List.of(
            Pattern.compile("(?i)(?:exit code is|exit codes?|ends with|, with `--wait`) (\\d+)\\b"),
            Pattern.compile("(?m)^\\| (\\d{1,2}) \\|"),
            Pattern.compile(", (\\d\\d) \\|"));

    private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)]+)\\)");

    @Test
    void eachCommandLineIsTaken() throws IOException {
        List<String> refused = new ArrayList<>();
        int taken = 0;
        for (Path page : Pages.all()) {
            for (String line : Pages.code(page, "bat")) {
                List<String> words = afterHwhash(words(line));
                if (!words.isEmpty()) {
                    refusal(words).ifPresent(why -> refused.add(page.getFileName() + ": " + line + ": " + why));
                    taken++;
                }
            }
        }
        assertThat(refused).isEmpty();
        assertThat(taken).as("command lines").isGreaterThan(12);
    }

    @Test
    void eachIdOfAMessageIsOne() throws IOException {
        Set<String> known = ids();
        List<String> unknown = new ArrayList<>();
        for (Path page : Pages.all()) {
            List<String> ids = new ArrayList<>(Pages.found(ID, Files.readString(page)));
            ids.removeAll(known);
            ids.forEach(id -> unknown.add(page.getFileName() + ": " + id));
        }
        assertThat(unknown).isEmpty();
        assertThat(Pages.found(ID, Files.readString(Pages.ROOT.resolve("docs/troubleshooting.md"))))
                .hasSizeGreaterThan(20);
    }

    @Test
    void eachExitCodeIsOne() throws IOException {
        List<Integer> codes =
                Stream.of(ExitCode.values()).map(ExitCode::code).sorted().toList();
        int found = 0;
        for (Path page : Pages.all()) {
            String text = Pages.withoutBlocks(Files.readString(page));
            for (Pattern pattern : EXIT_CODES) {
                for (String code : Pages.found(pattern, text)) {
                    assertThat(codes).as(page.toString()).contains(Integer.valueOf(code));
                    found++;
                }
            }
        }
        assertThat(found).as("exit codes").isGreaterThan(30);
    }

    @Test
    void eachKeyIsOne() throws IOException {
        int found = 0;
        for (Path page : Pages.all()) {
            for (String line : Pages.code(page, "")) {
                if (line.matches("[a-z-]+ = .*")) {
                    assertThat(Key.named(line.substring(0, line.indexOf(' '))))
                            .as(page + ": " + line)
                            .isPresent();
                    found++;
                }
            }
        }
        assertThat(found).as("settings").isGreaterThan(5);
    }

    @Test
    void eachLinkLeadsSomewhere() throws IOException {
        for (Path page : Pages.all()) {
            for (String link : Pages.found(LINK, Pages.withoutBlocks(Files.readString(page)))) {
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
                assertThat(target).as(page + ": " + link).exists();
                if (parts.length == 2) {
                    assertThat(Pages.anchors(target)).as(page + ": " + link).contains(parts[1]);
                }
            }
        }
    }

    private static Set<String> ids() throws IOException {
        Set<String> ids = new HashSet<>();
        try (Stream<Path> sources = Files.walk(Pages.ROOT.resolve("agent/src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                ids.addAll(Pages.found(LITERAL, Files.readString(source)));
            }
        }
        for (DeviceFileException.Reason reason : DeviceFileException.Reason.values()) {
            ids.add("output-" + id(reason));
        }
        for (Fate.Why why : Fate.Why.values()) {
            ids.add("kept-" + id(why));
        }
        ids.addAll(Pages.found(
                LAUNCHER_ID, Files.readString(Pages.ROOT.resolve("packaging/src/main/portable/hwhash.cmd"))));
        return ids;
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What follows hwhash in a line that starts it with options; nothing for any other line. */
    private static List<String> afterHwhash(List<String> words) {
        List<String> own = words.size() > 2 && words.get(0).equals("cmd.exe") ? words.subList(2, words.size()) : words;
        boolean starts = own.get(0).matches("(?:.*\\\\)?hwhash(?:\\.cmd|\\.exe)?");
        boolean hasOption = own.stream().anyMatch(word -> word.matches("--?[a-z].*"));
        return starts && hasOption ? own.subList(1, own.size()) : List.of();
    }

    private static Optional<String> refusal(List<String> words) {
        try {
            List<String> rewritten = ScriptArguments.rewritten(words, HwhashCommand.NAMES);
            HwhashCommand.line(rewritten).parseArgs(rewritten.toArray(new String[0]));
            return Optional.empty();
        } catch (ParameterException | ProblemException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
    }
}
