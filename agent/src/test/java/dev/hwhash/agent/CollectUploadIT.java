// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hwhash collect --upload}: a PC straight to the service. */
class CollectUploadIT {

    @TempDir
    private Path folder;

    private final ServiceDouble service = ServiceDouble.start();

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(
                folder.resolve("hwhash.conf"),
                "service = " + service.url() + "\ntoken = HWT-0123456789\noutbox = outbox\ngroup-tag = Kiosk\n");
        Files.writeString(folder.resolve("one.txt"), hash("HWHASH-0001"));
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void deviceGoesToTheServiceAndNotToStdout() {
        HwhashRun run = collect().exits(0);

        assertThat(run.stdout()).isEmpty();
        assertThat(service.seen())
                .singleElement()
                .satisfies(seen -> assertThat(seen.body())
                        .contains(
                                "\"serialNumber\":\"HWHASH-0001\"",
                                "\"manufacturer\":\"Contoso\"",
                                "\"groupTag\":\"Kiosk\""));
        assertThat(run.only("note", "report-delivered")).contains("HWHASH-0001");
    }

    @Test
    void rowIsAlsoWrittenWhereAFileIsNamed() throws IOException {
        collect("-o", "x.csv").exits(0);

        assertThat(folder.resolve("x.csv"))
                .content()
                .startsWith("Device Serial Number,Windows Product ID,Hardware Hash,Group Tag\r\nHWHASH-0001,")
                .doesNotContain("Contoso");
        assertThat(service.seen()).hasSize(1);
    }

    @Test
    void rowIsWrittenThoughTheOutboxIsNot() throws IOException {
        Files.writeString(folder.resolve("outbox"), "a file");

        collect("-o", "x.csv").exits(20);

        assertThat(folder.resolve("x.csv")).content().contains("HWHASH-0001");
        assertThat(service.seen()).isEmpty();
    }

    @Test
    void outputThatCannotTakeTheRowEndsTheRunBeforeAnythingIsSent() throws IOException {
        Files.createDirectory(folder.resolve("none"));
        Files.writeString(folder.resolve("none/x.csv"), "no file of devices");

        collect("-o", "none/x.csv").exits(20);

        assertThat(service.seen()).isEmpty();
    }

    @Test
    void damagedHashIsNotSent() throws IOException {
        Files.writeString(
                folder.resolve("one.txt"),
                SyntheticHash.of("HWHASH-0001").flipped(4001).text());

        collect().exits(14).only("error", "hash-damaged");

        assertThat(service.seen()).isEmpty();
        assertThat(folder.resolve("outbox")).doesNotExist();
    }

    @Test
    void onceDoesNothingForADeviceThatTheServiceHas() throws IOException {
        collect("--once").exits(0);
        assertThat(folder.resolve("outbox/last.json"))
                .content()
                .contains("\"received\"")
                .doesNotContain("T0E");

        assertThat(collect("--once").exits(0).only("note", "already-received")).isNotEmpty();
        assertThat(service.seen()).hasSize(1);

        Files.writeString(folder.resolve("one.txt"), hash("HWHASH-0002"));
        collect("--once").exits(0);
        assertThat(service.seen()).hasSize(2);
    }

    @Test
    void onceTriesAgainWhatWasNotReceived() {
        service.refusing(401, "token-refused");
        collect("--once").exits(31);
        service.answering(ServiceDouble::receipt);

        HwhashRun run = collect("--once").exits(0);

        assertThat(run.messages("note", "already-received")).isEmpty();
        assertThat(run.only("note", "upload-summary")).contains("2 delivered");
    }

    @Test
    void onceAndWaitNeedATarget() {
        for (String option : List.of("--once", "--wait")) {
            assertThat(Hwhash.in(folder)
                            .run("collect", "--from", "one.txt", option)
                            .exits(10)
                            .only("error", "option-value"))
                    .contains("--upload");
        }
    }

    @Test
    void partnerCenterIsNoTargetOfAPc() {
        assertThat(Hwhash.in(folder)
                        .run("collect", "--from", "one.txt", "--upload", "partner-center", "--outbox", "outbox")
                        .exits(10)
                        .only("error", "target-refused"))
                .contains("on the partner's machine");
    }

    private HwhashRun collect(String... more) {
        List<String> words = new ArrayList<>(
                List.of("collect", "--from", "one.txt", "--config", "hwhash.conf", "--upload", service.url()));
        words.addAll(List.of(more));
        return Hwhash.in(folder).run(words.toArray(new String[0]));
    }

    private static String hash(String serial) {
        return SyntheticHash.of(serial).manufacturer("Contoso").model("Book 3").text();
    }
}
