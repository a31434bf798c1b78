// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.collector.ProcessToken;
import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code hwhash upload} as a process against a service on loopback. */
class UploadIT {

    private static final String TOKEN = "HWT-0123456789";
    private static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash\r\n";

    @TempDir
    private Path folder;

    private final ServiceDouble service = ServiceDouble.start();

    @BeforeEach
    void writeFiles() throws IOException {
        secret(service.url());
        Files.writeString(folder.resolve("two.csv"), HEADER + row("HWHASH-0001") + row("HWHASH-0002"));
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void rowsAreDeliveredWithTheTokenAndLeaveTheOutbox() throws IOException {
        HwhashRun run = upload("two.csv").exits(0);

        assertThat(service.seen()).hasSize(2).allSatisfy(seen -> {
            assertThat(seen.authorization()).contains("Bearer " + TOKEN);
            assertThat(seen.body()).contains("\"hardwareHash\"", "\"schemaVersion\":1", "\"source\":\"csv\"");
        });
        assertThat(run.messages("note", "report-delivered"))
                .hasSize(2)
                .anyMatch(line -> line.contains("HWHASH-0002"))
                .allMatch(line -> line.matches(".*, whose code there is [0-9A-Z]{4}-[0-9A-Z]{4}"));
        assertThat(run.only("note", "upload-summary")).contains("2 delivered, 0 refused, 0 kept");
        assertThat(run.stdout()).isEmpty();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void unfitRowIsNamedAndTheOthersGo() throws IOException {
        String damaged = SyntheticHash.of("HWHASH-0009").flipped(4001).text();
        Files.writeString(
                folder.resolve("three.csv"), HEADER + row("HWHASH-0001") + "HWHASH-0009,," + damaged + "\r\n");

        HwhashRun run = upload("three.csv").exits(21);

        assertThat(run.only("error", "row-not-sent")).contains("three.csv:3: not sent: the hardware hash is damaged");
        assertThat(service.seen()).hasSize(1);
    }

    @Test
    void refusedReportIsKeptWithItsReasonAndNotSentAgain() throws IOException {
        service.refusing(422, "rules-broken");

        HwhashRun run = upload("two.csv").exits(32);

        assertThat(run.messages("error", "report-refused")).hasSize(2).allMatch(line -> line.contains("rules-broken"));
        assertThat(files("outbox/rejected")).anyMatch(name -> name.endsWith(".reason"));
        assertThat(waiting()).isEmpty();
        upload().exits(0);
        assertThat(service.seen()).hasSize(2);
    }

    @Test
    void refusedTokenEndsTheRunAndKeepsAll() throws IOException {
        service.refusing(401, "token-refused");

        HwhashRun run = upload("two.csv").exits(31);

        assertThat(run.only("error", "token-refused")).contains("refused the token", "2 reports are kept");
        assertThat(service.seen()).hasSize(1);
        assertThat(waiting()).hasSize(2);
    }

    @Test
    void whatWasNotReachedIsKeptAndTheNextRunDeliversIt() throws IOException {
        service.answering(503, "application/problem+json", "{\"code\":\"busy\"}");

        HwhashRun down = upload("two.csv", "--timeout", "3").exits(30);
        assertThat(down.only("error", "kept-service-busy")).contains("2 reports are kept");
        assertThat(waiting()).hasSize(2);

        service.answering(ServiceDouble::receipt);
        upload().exits(0);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void nobodyListening() throws IOException {
        String url = service.url();
        service.close();
        secret(url);

        HwhashRun run = upload("two.csv", "--timeout", "3").exits(30);

        assertThat(run.only("error", "kept-unreachable")).contains("2 reports are kept");
        assertThat(waiting()).hasSize(2);
    }

    @Test
    void waitEndsAtTheDeadlineOfTheCommand() throws IOException {
        service.answering(503, "application/problem+json", "{\"code\":\"busy\"}");

        HwhashRun run = upload("two.csv", "--wait", "--timeout", "4").exits(33);

        assertThat(run.elapsed().toMillis()).isBetween(2_000L, 8_000L);
        assertThat(run.only("error", "kept-service-busy")).contains("2 reports are kept");
        assertThat(waiting()).hasSize(2);
    }

    @Test
    void waitGoesOnUntilTheServiceTakesIt() throws IOException {
        List<ServiceDouble.Seen> turned = new ArrayList<>();
        service.answering(seen -> {
            turned.add(seen);
            return turned.size() < 3
                    ? new mockwebserver3.MockResponse.Builder().code(503).build()
                    : ServiceDouble.receipt(seen);
        });

        upload("two.csv", "--wait", "--timeout", "50").exits(0);

        assertThat(waiting()).isEmpty();
    }

    @Test
    void pageOfSomethingBetweenIsNoReceipt() throws IOException {
        service.answering(200, "text/html", "<html>log in</html>");

        HwhashRun run = upload("two.csv", "--timeout", "3").exits(30);

        assertThat(run.stderr()).contains("200").doesNotContain("log in");
        assertThat(waiting()).hasSize(2);
    }

    @Test
    void tokenIsNotSentToAnotherService() throws IOException {
        try (ServiceDouble other = ServiceDouble.start()) {
            HwhashRun run = upload("two.csv", "--to", other.url()).exits(31);

            assertThat(run.only("error", "token-of-another-service")).contains(service.url(), other.url());
            assertThat(other.seen()).isEmpty();
            assertThat(waiting()).hasSize(2);
        }
    }

    @Test
    void withoutATokenNothingIsSent() throws IOException {
        HwhashRun run = Hwhash.in(folder)
                .run("upload", "two.csv", "--outbox", "outbox", "--to", service.url())
                .exits(31);

        assertThat(run.only("error", "token-missing")).contains("--secret-file");
        assertThat(service.seen()).isEmpty();
        assertThat(waiting()).hasSize(2);
    }

    @Test
    void tokenOfTheEnvironmentNeedsItsServiceThere() {
        Hwhash command = Hwhash.in(folder).with("HWHASH_TOKEN", TOKEN);

        assertThat(command.run("upload", "two.csv", "--outbox", "outbox", "--to", service.url())
                        .exits(10)
                        .only("error", "configuration-refused"))
                .contains("HWHASH_SERVICE and HWHASH_TOKEN");
        command.with("HWHASH_SERVICE", service.url())
                .run("upload", "two.csv", "--outbox", "outbox")
                .exits(0);
        assertThat(service.seen()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://hwhash.example", "ftp://x", "https://u:HWT-1@x"})
    void otherTargetsAreRefused(String target) {
        HwhashRun run = upload("two.csv", "--to", target);

        run.exits(10).only("error", "target-refused");
        assertThat(folder.resolve("outbox")).doesNotExist();
    }

    @Test
    void filesWithoutATargetAreRefused() {
        assertThat(Hwhash.in(folder)
                        .run("upload", "two.csv", "--outbox", "outbox")
                        .exits(10)
                        .only("error", "target-missing"))
                .contains("--to");
    }

    @Test
    void outboxThatCannotBeWrittenIsAnError() throws IOException {
        Files.writeString(folder.resolve("outbox"), "a file");

        assertThat(upload("two.csv").exits(20).count("error")).isEqualTo(1);
        assertThat(service.seen()).isEmpty();
    }

    @Test
    void outboxThatOthersCanWriteIsNotUsedByAnElevatedProcess() throws IOException {
        Path outbox = Files.createDirectory(folder.resolve("outbox"));
        Files.setPosixFilePermissions(outbox, PosixFilePermissions.fromString("rwxrwxrwx"));

        HwhashRun run = upload("two.csv");

        boolean elevated = ProcessToken.ofThisProcess().elevated();
        run.exits(elevated ? 20 : 0);
        assertThat(run.messages("error", "outbox-not-trusted")).hasSize(elevated ? 1 : 0);
        assertThat(service.seen()).hasSize(elevated ? 0 : 2);
    }

    @Test
    void startIsDelayedByAtMostTheTimeThatWasNamed() {
        HwhashRun run = upload("two.csv", "--start-delay", "1", "--verbose").exits(0);

        assertThat(run.only("detail", "start-delayed")).matches(".* waiting \\d{1,3} ms before anything is sent");
        upload("--start-delay", "-1").exits(10).only("error", "option-value");
    }

    @Test
    void taskHasNoTokenOfTheEnvironment() {
        Hwhash.in(folder)
                .with("HWHASH_TOKEN", TOKEN)
                .with("HWHASH_SERVICE", service.url())
                .run("upload", "--schedule", "--outbox", "outbox")
                .exits(10)
                .only("error", "schedule-secret");
    }

    @Test
    void scheduleIsOfWindows() {
        upload("--schedule").exits(10).only("error", "schedule-not-windows");
    }

    @Test
    void proxyWithAPasswordIsRefusedAndNotRepeated() {
        upload("two.csv", "--proxy", "http://me:HWT-pass@proxy:8080").exits(10).only("error", "proxy-refused");
    }

    @Test
    void statusTellsWhatWaitsAndWhatWasRefused() throws IOException {
        service.refusing(422, "hash-damaged");
        Files.writeString(folder.resolve("one.csv"), HEADER + row("HWHASH-0003"));
        upload("one.csv").exits(32);
        service.refusing(401, "token-refused");
        upload("two.csv").exits(31);

        String status =
                Hwhash.in(folder).run("status", "--outbox", "outbox").exits(0).stdoutBytes();

        assertThat(status)
                .contains("waiting: 2 for " + service.url())
                .contains("rejected: \"HWHASH-0003\" by " + service.url() + ": hash-damaged: ")
                .contains("last: \"HWHASH-0002\" waiting, ");
        assertThat(HwhashRun.HASH_TEXT.matcher(status).find()).isFalse();
    }

    @Test
    void statusOfNothingTouchesNothing() {
        assertThat(Hwhash.in(folder).run("status", "--outbox", "none").exits(0).stdoutBytes())
                .contains("waiting: none", "last: none");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private HwhashRun upload(String... more) {
        List<String> words = new ArrayList<>(List.of("upload", "--outbox", "outbox", "--secret-file", "my.secret"));
        words.addAll(List.of(more));
        return Hwhash.in(folder).run(words.toArray(new String[0]));
    }

    private void secret(String url) throws IOException {
        Files.writeString(folder.resolve("my.secret"), "service = " + url + "\ntoken = " + TOKEN + "\n");
    }

    private List<String> waiting() throws IOException {
        return files("outbox").stream().filter(name -> name.endsWith(".report")).toList();
    }

    private List<String> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private static String row(String serial) {
        return serial + ",,"
                + SyntheticHash.of(serial)
                        .manufacturer("Contoso")
                        .model("Book 3")
                        .text() + "\r\n";
    }
}
