// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code hwhash stick collect}: a visit to a PC at which nobody sits. */
class StickCollectIT {

    @TempDir
    private Path folder;

    private StickFolder stick = new StickFolder(Path.of(""));
    private final ServiceDouble service = ServiceDouble.start();

    @BeforeEach
    void prepare() throws IOException {
        stick = StickFolder.make(folder.resolve("my stick"));
        capture("one.txt", 1);
        capture("two.txt", 2);
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void eachPcGetsItsFileAndItsScreen() throws IOException {
        HwhashRun first = collect("one.txt").exits(0);
        HwhashRun second = collect("two.txt").exits(0);
        collect("one.txt").exits(0);

        assertThat(stick.devices()).containsExactly("HWHASH-1.csv", "HWHASH-2.csv");
        assertThat(Files.readAllLines(stick.root().resolve("devices/HWHASH-1.csv")))
                .hasSize(2);
        assertThat(first.stdout()).isEmpty();
        assertThat(first.stderr()).contains("This PC is done.", "HWHASH-1", "Contoso Book 3", "HWHASH-1.csv");
        assertThat(second.stderr()).contains("This PC is done.", "HWHASH-2.csv");
    }

    @Test
    void nobodyIsAskedWithoutATerminal() throws IOException {
        Files.writeString(stick.root().resolve("tags.txt"), "Kiosk\n");
        stick.configured("group-tag = Sales");

        HwhashRun run = collect("one.txt", "--window").exits(0);

        assertThat(Files.readString(stick.root().resolve("devices/HWHASH-1.csv")))
                .endsWith(",Sales\r\n");
        assertThat(run.stderr()).doesNotContain("Which group tag", "C = close");
    }

    @Test
    void stickThatTakesNothingLeavesTheRowOnThePc() throws IOException {
        Files.writeString(stick.root().resolve("devices"), "a file where the folder should be");

        HwhashRun run = collect("one.txt").exits(0);

        assertThat(run.only("warning", "stick-not-written")).contains("this PC's own disk");
        assertThat(run.stderr()).contains("Saved on THIS PC, NOT ON THE STICK.");
        assertThat(onPc("devices/HWHASH-1.csv")).content().contains("HWHASH-1");
    }

    @Test
    void rowThatTheStickRefusesInTheLastMomentIsOnThePc() throws IOException {
        Files.createDirectories(stick.root().resolve("devices/HWHASH-1.csv"));

        HwhashRun run = collect("one.txt").exits(0);

        assertThat(run.stderr()).contains("warning output-", "Saved on THIS PC, NOT ON THE STICK.");
        assertThat(onPc("devices/HWHASH-1.csv")).content().contains("HWHASH-1");
        assertThat(stick.devices()).containsExactly("HWHASH-1.csv");
    }

    @Test
    void withoutAnyPlaceItFailsInLargeWords() throws IOException {
        Files.writeString(stick.root().resolve("devices"), "a file where the folder should be");
        Files.writeString(folder.resolve("own"), "a file too");

        HwhashRun run = collect("one.txt").exits(20);

        assertThat(run.only("error", "no-place")).contains("the stick takes nothing");
        assertThat(run.stderr()).contains("Nothing was saved for this PC.", "no-place (20)");
    }

    @Test
    void serviceGetsTheDeviceToo() throws IOException {
        stick.configured("service = " + service.url(), "token = HWT-0123456789", "group-tag = Kiosk");

        HwhashRun run = collect("one.txt").exits(0);

        assertThat(run.stderr()).contains("This PC is done: saved and sent.");
        assertThat(service.seen())
                .singleElement()
                .satisfies(seen ->
                        assertThat(seen.body()).contains("\"serialNumber\":\"HWHASH-1\"", "\"groupTag\":\"Kiosk\""));
        assertThat(Files.readString(stick.root().resolve("devices/HWHASH-1.csv")))
                .endsWith(",Kiosk\r\n")
                .doesNotContain("Contoso");
    }

    @Test
    void withoutANetworkItWaitsOnTheStickAndGoesWithTheNextPc() throws IOException {
        service.refusing(503, "busy");
        stick.configured("service = " + service.url(), "token = HWT-0123456789", "timeout = 20");
        HwhashRun away = collect("one.txt").exits(30);
        assertThat(away.stderr()).contains("Saved on the stick, NOT SENT YET.", "sent from the stick, by itself");
        assertThat(reports()).hasSize(1);

        service.answering(ServiceDouble::receipt);
        HwhashRun back = collect("two.txt").exits(0);

        assertThat(back.stderr()).contains("This PC is done: saved and sent.");
        assertThat(reports()).isEmpty();
        assertThat(stick.devices()).containsExactly("HWHASH-1.csv", "HWHASH-2.csv");
    }

    @Test
    void whatTheServiceRefusesIsSaved() throws IOException {
        service.refusing(422, "device-invalid");
        stick.configured("service = " + service.url(), "token = HWT-0123456789");

        HwhashRun run = collect("one.txt").exits(32);

        assertThat(run.stderr()).contains("Saved on the stick, NOT SENT: the service did not take it.");
        assertThat(stick.devices()).containsExactly("HWHASH-1.csv");
    }

    @Test
    void wrongConfigurationOfTheServiceKeepsNoRowFromTheStick() throws IOException {
        stick.configured("service = " + service.url(), "secret-file = missing.token");

        HwhashRun run = collect("one.txt").exits(10);

        run.only("error", "configuration-refused");
        assertThat(run.stderr()).contains("Saved on the stick, NOT SENT.");
        assertThat(stick.devices()).containsExactly("HWHASH-1.csv");
        assertThat(service.seen()).isEmpty();
    }

    @Test
    void outboxThatTakesNothingKeepsNoRowFromTheStick() throws IOException {
        stick.configured("service = " + service.url(), "token = HWT-0123456789");
        Files.writeString(stick.program().resolve("outbox"), "a file where the folder should be");

        HwhashRun run = collect("one.txt").exits(20);

        run.only("error", "outbox-not-written");
        assertThat(run.stderr()).contains("Saved on the stick, NOT SENT.");
        assertThat(stick.devices()).containsExactly("HWHASH-1.csv");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there it would read this PC")
    void failureOfThePcIsToldInLargeWords() throws IOException {
        HwhashRun run = hwhash().run("stick", "collect", "my stick").exits(12);

        run.only("error", "not-windows");
        assertThat(run.stderr()).contains("Nothing was saved for this PC.", "not-windows (12)");
        assertThat(stick.devices()).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there it would shut this PC down")
    void onlyWindowsIsShutDown() throws IOException {
        collect("one.txt", "--shut-down").exits(10).only("error", "option-value");
        assertThat(stick.devices()).isEmpty();
    }

    @Test
    void quietShowsNoScreen() throws IOException {
        assertThat(collect("one.txt", "--quiet").exits(0).stderr()).isEmpty();
        assertThat(stick.devices()).containsExactly("HWHASH-1.csv");
    }

    private HwhashRun collect(String capture, String... more) {
        String[] words = new String[5 + more.length];
        System.arraycopy(new String[] {"stick", "collect", "my stick", "--from", capture}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        return hwhash().run(words);
    }

    private Hwhash hwhash() {
        return Hwhash.in(folder)
                .from(stick.program())
                .with("XDG_STATE_HOME", folder.resolve("own").toString())
                .with("ProgramData", folder.resolve("own").toString());
    }

    private void capture(String name, int number) throws IOException {
        Files.writeString(
                folder.resolve(name),
                SyntheticHash.of("HWHASH-" + number)
                        .ek(number)
                        .manufacturer("Contoso")
                        .model("Book 3")
                        .text());
    }

    private Path onPc(String path) {
        return folder.resolve("own/hwhash").resolve(path);
    }

    private List<Path> reports() throws IOException {
        try (Stream<Path> files = Files.list(stick.program().resolve("outbox"))) {
            return files.filter(file -> file.toString().endsWith(".report")).toList();
        }
    }
}
