// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.uploader.outbox.LastReceipt;
import dev.hwhash.uploader.outbox.LastReceiptFile;
import dev.hwhash.uploader.outbox.Outbox;
import dev.hwhash.uploader.outbox.OutboxException;
import dev.hwhash.uploader.outbox.OutboxLimits;
import dev.hwhash.uploader.report.NotAServiceUrlException;
import dev.hwhash.uploader.report.ServiceUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the scripts in PowerShell rely on is what hwhash does. There is no PowerShell here to run them: whether they do as
 * they say is checked on Windows.
 */
class WrappersIT {

    private static final String DETECTION = "detect-intune-app.ps1";
    private static final String REMEDIATION = "hwhash-remediation.ps1";

    @TempDir
    private Path folder;

    /** A signed script must have no byte order mark; Windows PowerShell takes one without it for the PC's code page. */
    @ParameterizedTest
    @ValueSource(strings = {DETECTION, REMEDIATION})
    void scriptIsAsciiAndStrict(String name) throws IOException {
        String script = script(name);

        assertThat(script).matches("[\n\\x20-\\x7E]+").contains("\nSet-StrictMode -Version 2.0\n", "\n    exit 0\n");
        assertThat(script).contains("exit 1\n");
    }

    @Test
    void remediationStartsWhatHwhashTakes() throws IOException, ProblemException {
        String line = only(REMEDIATION, "& \\$Program (.*?) 2>&1");
        List<String> words =
                List.of(line.replace("$Service", "https://hwhash.contoso.com").split(" "));

        HwhashCommand.line(words).parseArgs(words.toArray(new String[0]));

        assertThat(words).startsWith("collect", "--upload").contains("--once");
    }

    @Test
    void remediationFindsTheIdsOfErrorsAlone() throws IOException {
        Pattern error = Pattern.compile(only(REMEDIATION, "-cmatch '(.*?)'"));
        String separators = only(REMEDIATION, "-csplit '(.*?)'");
        HwhashRun run = Hwhash.in(folder).run("collect", "--from", "none.txt");

        List<String> ids = run.lines().stream()
                .filter(line -> error.matcher(line).find())
                .map(line -> line.split(separators, -1)[2])
                .toList();

        assertThat(ids).containsExactly("capture-refused");
        assertThat(error.matcher("hwhash: warning output-io: words").find()).isFalse();
    }

    @Test
    void remediationSaysLessThanIntuneTakes() throws IOException {
        int most = Integer.parseInt(only(REMEDIATION, "Select-Object -Unique -First (\\d+)"));

        assertThat(most * (longestId() + 1) + "{'exitCode':70,'problems':''}".length())
                .isLessThan(2048);
    }

    @Test
    void detectionAsksForWhatTheReceiptHolds() throws IOException, OutboxException, NotAServiceUrlException {
        Outbox outbox = new Outbox(folder.resolve("outbox"), OutboxLimits.DEFAULT, false, Clock.systemUTC());
        ServiceUrl service = ServiceUrl.of("https://hwhash.contoso.com");
        outbox.add(List.of(), service);
        outbox.lastReceipt()
                .write(new LastReceipt(
                        Optional.of("HWHASH-0001"),
                        Instant.EPOCH,
                        new UUID(0, 0),
                        service,
                        LastReceipt.State.RECEIVED));
        String receipt = Files.readString(outbox.lastReceipt().path());

        for (String property : Pages.found(Pattern.compile("\\$Last\\.(\\w+)"), script(DETECTION))) {
            assertThat(receipt).contains("\"" + property + "\":");
        }
        assertThat(receipt).contains("\"state\":\"" + only(DETECTION, "\\$Last\\.state -ceq '(\\w+)'") + "\"");
        assertThat(only(DETECTION, "-ChildPath '(.*?)'")).isEqualTo("hwhash\\outbox\\" + LastReceiptFile.NAME);
    }

    private static int longestId() throws IOException {
        Pattern literal = Pattern.compile("\"([a-z]+(?:-[a-z0-9]+)+)\"");
        int longest = 0;
        try (Stream<Path> sources = Files.walk(Pages.ROOT.resolve("agent/src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                for (String id : Pages.found(literal, Files.readString(source))) {
                    longest = Math.max(longest, id.length());
                }
            }
        }
        return longest;
    }

    private static String only(String name, String pattern) throws IOException {
        List<String> found = Pages.found(Pattern.compile(pattern), script(name));
        assertThat(found).as(pattern).hasSize(1);
        return found.get(0);
    }

    private static String script(String name) throws IOException {
        return Files.readString(Pages.WRAPPERS.resolve(name), StandardCharsets.UTF_8)
                .replace("\r\n", "\n");
    }
}
