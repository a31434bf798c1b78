// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The five formats to the byte. */
class FormatsIT {

    private static final String HASH = SyntheticHash.of("HWHASH-0001").text();
    private static final SyntheticHash VMWARE =
            SyntheticHash.of("HWHASH-0002").manufacturer("VMware, Inc.").model("VMware20,1");

    @Test
    void autopilotGetsTheColumnsThatAreAskedFor(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("hash.txt"), HASH);
        HwhashRun tag = Hwhash.in(folder)
                .run("collect", "--from", "hash.txt", "--group-tag", "Kiosk")
                .exits(0);
        assertThat(tag.stdoutBytes())
                .isEqualTo("Device Serial Number,Windows Product ID,Hardware Hash,Group Tag\r\nHWHASH-0001,," + HASH
                        + ",Kiosk\r\n");
        HwhashRun user = Hwhash.in(folder)
                .run("collect", "--from", "hash.txt", "--assigned-user", "ada@contoso.com", "--format", "autopilot")
                .exits(0);
        assertThat(user.stdoutBytes())
                .isEqualTo("Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User\r\n"
                        + "HWHASH-0001,," + HASH + ",,ada@contoso.com\r\n");
    }

    @Test
    void partnerCenterLeavesANameWithACommaToTheHash(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("plain.txt"), HASH);
        Files.writeString(folder.resolve("vmware.txt"), VMWARE.text());
        HwhashRun run = Hwhash.in(folder)
                .run("collect", "--format", "partner-center", "--from", "plain.txt", "vmware.txt")
                .exits(0);
        assertThat(run.stdoutBytes())
                .isEqualTo("Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model\r\n"
                        + "HWHASH-0001,," + HASH + ",Contoso,Book 3\r\n"
                        + "HWHASH-0002,," + VMWARE.text() + ",,\r\n");
        assertThat(run.messages("warning", "value-left-empty"))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("\"VMware, Inc.\""))
                .allSatisfy(line -> assertThat(line).contains("HWHASH-0002"));
    }

    @Test
    void partnerCenterStandsWithoutAHashUnlessStrict(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("pc.csv"), "Serial Number,Manufacturer,Model\r\nHWHASH-0003,Contoso,Book 3\r\n");
        HwhashRun run = Hwhash.in(folder)
                .run("collect", "--format", "partner-center", "--from", "pc.csv")
                .exits(0);
        assertThat(run.stdoutBytes()).endsWith("Device model\r\nHWHASH-0003,,,Contoso,Book 3\r\n");
        run.only("warning", "hash-missing");
        HwhashRun strict = Hwhash.in(folder)
                .run("collect", "--format", "partner-center", "--from", "pc.csv", "--strict")
                .exits(12);
        assertThat(strict.stdout()).isEmpty();
        assertThat(strict.only("error", "hash-missing")).contains("--strict");
    }

    @Test
    void managedDesktopTakesAllFour(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("plain.txt"), HASH);
        HwhashRun run = Hwhash.in(folder)
                .run("collect", "--format", "Managed-Desktop", "--from", "plain.txt")
                .exits(0);
        assertThat(run.stdoutBytes())
                .isEqualTo("Manufacturer,Model,Serial Number,Hardware Hash\r\nContoso,Book 3,HWHASH-0001," + HASH
                        + "\r\n");
        Files.writeString(folder.resolve("vmware.txt"), VMWARE.text());
        HwhashRun refused = Hwhash.in(folder)
                .run("collect", "--format", "managed-desktop", "--from", "vmware.txt")
                .exits(14);
        assertThat(refused.stdout()).isEmpty();
        assertThat(refused.only("error", "value-not-writable"))
                .contains("HWHASH-0002: ", "the manufacturer holds a comma");
    }

    @Test
    void corporateIdentifiersLosePointsAndCommasAndNeedNoHash(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("vmware.txt"), VMWARE.text());
        Files.writeString(
                folder.resolve("pc.csv"),
                crlf(
                        "Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model",
                        "HWHASH-0003,,not a hash,Contoso Inc.,Book 3.1"));
        Files.writeString(
                folder.resolve("three.csv"),
                "Device Serial Number,Windows Product ID,Hardware Hash\r\n" + "HWHASH-0001,," + HASH + "\r\n");
        HwhashRun run = Hwhash.in(folder)
                .run("collect", "--format", "corporate-identifiers", "--from", "vmware.txt", "pc.csv", "three.csv")
                .exits(0);
        assertThat(run.stdoutBytes())
                .isEqualTo(crlf(
                        "VMware Inc,VMware201,HWHASH-0002",
                        "Contoso Inc,Book 31,HWHASH-0003",
                        "Contoso,Book 3,HWHASH-0001"));
    }

    @Test
    void corporateIdentifiersAreReadWhereTheyAreNamed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("pcs.csv"), "Contoso,Book 3,HWHASH-0003\r\n");
        HwhashRun named = Hwhash.in(folder)
                .run("collect", "--format", "corporate-identifiers", "--from", "pcs.csv")
                .exits(0);
        assertThat(named.stdoutBytes()).isEqualTo("Contoso,Book 3,HWHASH-0003\r\n");
        Hwhash.in(folder)
                .run("collect", "--format", "partner-center", "--from", "pcs.csv")
                .exits(21);
    }

    @Test
    void jsonHasAllThatIsKnownOnOneLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("hash.txt"), HASH);
        HwhashRun run = Hwhash.in(folder)
                .run("collect", "--format", "json", "--from", "hash.txt", "--group-tag", "a,\"b\"")
                .exits(0);
        assertThat(run.stdoutBytes())
                .isEqualTo("{\"schemaVersion\":1,\"collectedAt\":\"2026-01-15T10:00:00Z\",\"source\":\"hash\","
                        + "\"serialNumber\":\"HWHASH-0001\",\"windowsProductId\":null,\"hardwareHash\":\"" + HASH
                        + "\",\"manufacturer\":\"Contoso\",\"model\":\"Book 3\",\"groupTag\":\"a,\\\"b\\\"\","
                        + "\"assignedUser\":null}\r\n");
    }

    @Test
    void tagOfACaptureIsLeftOutOfAFormatWithoutItAndSaidSo(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("pcs.csv"),
                "Device Serial Number,Windows Product ID,Hardware Hash,Group Tag\r\nHWHASH-0001,," + HASH
                        + ",Kiosk\r\n");
        HwhashRun run = Hwhash.in(folder)
                .run("collect", "--format", "partner-center", "--from", "pcs.csv")
                .exits(0);
        assertThat(run.stdoutBytes()).endsWith("HWHASH-0001,," + HASH + ",Contoso,Book 3\r\n");
        assertThat(run.only("warning", "value-left-out")).contains("pcs.csv:2: ", "group tag");
        HwhashRun given = Hwhash.in(folder)
                .run("collect", "--format", "partner-center", "--from", "pcs.csv", "--group-tag", "Kiosk")
                .exits(10);
        given.only("error", "field-not-in-format");
    }

    private static String crlf(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }
}
