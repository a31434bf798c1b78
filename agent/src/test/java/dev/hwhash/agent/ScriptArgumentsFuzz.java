// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Any words as a command line, one a line. */
class ScriptArgumentsFuzz {

    private static final List<String> COMMANDS = HwhashCommand.NAMES;

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "",
                        "collect\n-o\nx.csv\n--group-tag\nKiosk",
                        "-OutputFile\nx.csv\n-Append\n-GroupTag:a:b\n-AssignedUser\nada@contoso.com",
                        "-Partner\n-GroupTag\nKiosk",
                        "-AppSecret:HWHASH",
                        "-tenantid\nx\n-Online\n-Reboot",
                        "--from\na\nb\n--wmi-timeout=x\n--timeout\n\n--upload",
                        "--help")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void isRewrittenOrRefusedWithoutTheValues(byte[] input) {
        List<String> args = List.of(new String(input, StandardCharsets.UTF_8).split("\n", -1));
        List<String> rewritten = new ArrayList<>();

        Optional<Problem> problem = problem(args, rewritten);

        if (problem.isPresent()) {
            assertThat(problem.get().exit()).isEqualTo(ExitCode.USAGE);
            assertThat(problem.get().words()).isNotBlank();
            assertThat(problem(withOtherValues(args), new ArrayList<>())).isEqualTo(problem);
        } else {
            ownWordsAreKept(args, rewritten);
            wordsForPicocli(rewritten);
        }
    }

    private static void ownWordsAreKept(List<String> args, List<String> rewritten) {
        int at = 0;
        for (String arg : args) {
            if (!isScriptWord(arg)) {
                assertThat(rewritten.subList(at, rewritten.size())).contains(arg);
                at += rewritten.subList(at, rewritten.size()).indexOf(arg) + 1;
            }
        }
    }

    private static Optional<Problem> problem(List<String> args, List<String> rewritten) {
        try {
            rewritten.addAll(ScriptArguments.rewritten(args, COMMANDS));
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }

    /** The same names with other values behind a colon or an equals sign. */
    private static List<String> withOtherValues(List<String> args) {
        List<String> others = new ArrayList<>();
        for (String arg : args) {
            String name = arg.split("[:=]", 2)[0];
            others.add(isScriptWord(name) && !name.equals(arg) ? arg.substring(0, name.length() + 1) + "0" : arg);
        }
        return others;
    }

    private static boolean isScriptWord(String arg) {
        return arg.length() > 1
                && arg.charAt(0) == '-'
                && Character.isLetter(arg.charAt(1))
                && !Set.of("-o", "-h", "-V").contains(arg);
    }

    private static void wordsForPicocli(List<String> rewritten) {
        CommandLine line = HwhashCommand.line(rewritten);
        try {
            line.parseArgs(rewritten.toArray(new String[0]));
        } catch (ParameterException e) {
            assertThat(CommandLineWords.of(e)).isNotBlank();
        }
    }
}
