// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.registration.fake.Behaviour;
import dev.hwhash.registration.fake.FakeMicrosoft;
import dev.hwhash.registration.fake.graph.ImportRecord;
import dev.hwhash.registration.fake.graph.RegisteredDevice;
import dev.hwhash.registration.fake.graph.RegisteredDevice.Properties;
import dev.hwhash.registration.fake.login.Directory;
import dev.hwhash.registration.fake.partner.Partners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hwhash upload --to intune|partner-center} and {@code collect --upload intune}, as a process. */
class RegisterIT {

    @TempDir
    private Path folder;

    private final FakeMicrosoft microsoft = FakeMicrosoft.start(Behaviour.DEFAULT);

    @BeforeEach
    void configure() throws IOException {
        Files.writeString(
                folder.resolve("hwhash.conf"),
                "outbox = outbox\ncloud = global\ntenant = " + Directory.TENANT + "\nclient-id = " + Directory.CLIENT_ID
                        + "\nclient-secret = " + Directory.CLIENT_SECRET + "\ngraphEndpoint = " + microsoft.graph()
                        + "\nloginEndpoint = " + microsoft.login() + "\npartnerCenterEndpoint = "
                        + microsoft.partnerCenter() + "\n");
    }

    @AfterEach
    void everythingWasAskedByTheLetter() {
        List<String> violations = microsoft.violations();
        microsoft.close();
        assertThat(violations).isEmpty();
    }

    private void devices(String... serials) throws IOException {
        StringBuilder rows = new StringBuilder("Device Serial Number,Windows Product ID,Hardware Hash,Group Tag\r\n");
        for (String serial : serials) {
            rows.append(serial).append(",,").append(hash(serial)).append(",Sales\r\n");
        }
        Files.writeString(folder.resolve("devices.csv"), rows);
    }

    private static String hash(String serial) {
        return SyntheticHash.of(serial).manufacturer("Contoso").model("Book 3").text();
    }

    private HwhashRun upload(String... more) {
        List<String> words = new ArrayList<>(List.of("upload", "--config", "hwhash.conf"));
        words.addAll(List.of(more));
        return Hwhash.in(folder).run(words.toArray(new String[0]));
    }

    private List<String> registered() {
        return microsoft.intune().devices().stream()
                .map(RegisteredDevice::serialNumber)
                .toList();
    }

    @Test
    void devicesAreRegisteredWithIntuneAndLeaveTheOutbox() throws IOException {
        devices("HWHASH-0001", "HWHASH-0002");
        HwhashRun run = upload("--to", "intune", "--wait", "devices.csv").exits(0);
        assertThat(run.stderr()).contains("\"HWHASH-0001\" is registered", "2 registered, 0 refused, 0 without an end");
        assertThat(registered()).containsExactlyInAnyOrder("HWHASH-0001", "HWHASH-0002");
        assertThat(microsoft.intune().devices())
                .allSatisfy(device -> assertThat(device.properties().groupTag()).isEqualTo("Sales"));
        assertThat(Hwhash.in(folder)
                        .run("status", "--config", "hwhash.conf", "--to", "intune")
                        .exits(0)
                        .stdoutBytes())
                .contains("waiting: none");
        assertThat(microsoft.intune().imports()).allMatch(ImportRecord::deleted);
    }

    @Test
    void withoutWaitDevicesAreSentAndTheNextRunTellsTheirEnd() throws IOException {
        devices("HWHASH-0001");
        assertThat(upload("--to", "intune", "devices.csv").exits(0).stderr()).contains("devices-taken");
        assertThat(upload("--to", "intune", "--wait").exits(0).stderr()).contains("\"HWHASH-0001\" is registered");
        assertThat(microsoft.intune().imports()).hasSize(1);
    }

    @Test
    void aRefusalIsToldWithItsCodeAndKeptWithTheReason() throws IOException {
        devices("E808-0001", "HWHASH-0002");
        HwhashRun run = upload("--to", "intune", "--wait", "devices.csv").exits(32);
        assertThat(run.only("error", "device-refused")).contains("808", "ZtdDeviceAssignedToOtherTenant");
        assertThat(registered()).containsExactly("HWHASH-0002");
        assertThat(Hwhash.in(folder)
                        .run("status", "--config", "hwhash.conf", "--to", "intune")
                        .exits(0)
                        .stdoutBytes())
                .contains("rejected: \"E808-0001\" by intune:global:" + Directory.TENANT);
    }

    @Test
    void aDeviceThatIsRegisteredAlreadyIsToldAndUpdatedOnRequest() throws IOException {
        microsoft.intune().register("HWHASH-0001", hash("HWHASH-0001"), new Properties("Old", "", "", ""), false);
        devices("HWHASH-0001");
        assertThat(upload("--to", "intune", "--wait", "devices.csv").exits(0).stderr())
                .contains("was registered with intune:global");
        assertThat(microsoft.intune().devices())
                .singleElement()
                .satisfies(device -> assertThat(device.properties().groupTag()).isEqualTo("Old"));
        upload("--to", "intune", "--wait", "--update", "devices.csv").exits(0);
        assertThat(microsoft.intune().devices())
                .singleElement()
                .satisfies(device -> assertThat(device.properties().groupTag()).isEqualTo("Sales"));
    }

    @Test
    void anEnrolledDeviceIsNotReplaced() throws IOException {
        microsoft.intune().register("HWHASH-0001", hash("HWHASH-0001"), new Properties("Old", "", "", ""), true);
        devices("HWHASH-0001");
        assertThat(upload("--to", "intune", "--wait", "--replace", "devices.csv")
                        .exits(32)
                        .stderr())
                .contains("enrolled");
        assertThat(microsoft.intune().devices()).hasSize(1);
    }

    @Test
    void aWrongSecretKeepsTheDevicesAndSaysWhatIsWrong() throws IOException {
        devices("HWHASH-0001");
        String conf = Files.readString(folder.resolve("hwhash.conf"));
        Files.writeString(folder.resolve("hwhash.conf"), conf.replace(Directory.CLIENT_SECRET, "not-the-secret"));
        HwhashRun run = upload("--to", "intune", "--wait", "devices.csv").exits(31);
        assertThat(run.stderr()).contains("secret").doesNotContain("not-the-secret");
        Files.writeString(folder.resolve("hwhash.conf"), conf);
        upload("--to", "intune", "--wait").exits(0);
        assertThat(registered()).containsExactly("HWHASH-0001");
    }

    @Test
    void withoutASignInNothingIsSentAndBothWaysToOneAreTold() throws IOException {
        devices("HWHASH-0001");
        Files.writeString(folder.resolve("hwhash.conf"), "outbox = outbox\n");
        assertThat(upload("--to", "intune", "devices.csv").exits(31).only("error", "sign-in-missing"))
                .contains("hwhash login", "--secret-file");
    }

    @Test
    void aRowThatTheImporterWouldRefuseIsNamedAndNotSent() throws IOException {
        devices("HWHASH-0001");
        Files.writeString(
                folder.resolve("devices.csv"),
                Files.readString(folder.resolve("devices.csv")) + "HWHASH-0002,,"
                        + hash("HWHASH-0002").replace('A', 'B') + ",Sales\r\n");
        assertThat(upload("--to", "intune", "--wait", "devices.csv").exits(21).only("error", "row-not-sent"))
                .contains("devices.csv:3");
        assertThat(registered()).containsExactly("HWHASH-0001");
    }

    @Test
    void theSameFileTwiceIsSentOnce() throws IOException {
        devices("HWHASH-0001", "HWHASH-0002");
        upload("--to", "intune", "devices.csv").exits(0);
        assertThat(upload("--to", "intune", "--wait", "devices.csv").exits(0).stderr())
                .contains("waits for intune:global:" + Directory.TENANT + " already");
        assertThat(microsoft.intune().imports()).hasSize(2);
    }

    @Test
    void aProfileIsWaitedFor() throws IOException {
        devices("HWHASH-0001");
        assertThat(upload("--to", "intune", "--wait-for-profile", "devices.csv")
                        .exits(0)
                        .stderr())
                .contains("is registered with", "has the deployment profile");
    }

    @Test
    void corporateIdentifiersAreImportedWithoutAHash() throws IOException {
        Files.writeString(folder.resolve("devices.csv"), """
                Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model
                HWHASH-0001,,,Contoso Ltd.,Book 3
                """);
        assertThat(upload("--to", "intune", "--corporate-identifiers", "--wait", "devices.csv")
                        .exits(0)
                        .stderr())
                .contains("\"HWHASH-0001\" is registered with corporate-identifiers:global:");
        assertThat(microsoft.intune().imports()).isEmpty();
    }

    @Test
    void aPcRegistersItselfAlsoByTheWordsOfTheScript() throws IOException {
        Files.writeString(folder.resolve("one.txt"), hash("HWHASH-0007"));
        HwhashRun run = Hwhash.in(folder)
                .run("-Online", "-GroupTag", "Kiosk", "--from", "one.txt", "--config", "hwhash.conf")
                .exits(0);
        assertThat(run.stdout()).isEmpty();
        assertThat(microsoft.intune().devices()).singleElement().satisfies(device -> {
            assertThat(device.serialNumber()).isEqualTo("HWHASH-0007");
            assertThat(device.properties().groupTag()).isEqualTo("Kiosk");
        });
    }

    @Test
    void anAppAddsToABatchOfPartnerCenterButMakesNone() throws IOException {
        devices("HWHASH-0001");
        assertThat(upload("--to", "partner-center", "--customer", Partners.CUSTOMER, "--wait", "devices.csv")
                        .exits(31)
                        .stderr())
                .contains("hwhash login");
        microsoft.partners().addBatch("Sales");
        upload("--to", "partner-center", "--customer", Partners.CUSTOMER, "--wait")
                .exits(0);
        assertThat(microsoft.partners().devices())
                .singleElement()
                .satisfies(device -> assertThat(device.registered()).isTrue());
    }

    @Test
    void aRowWithoutTagNeedsABatch() throws IOException {
        Files.writeString(folder.resolve("devices.csv"), """
                Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model
                HWHASH-0001,,,Contoso,Book 3
                """);
        assertThat(upload("--to", "partner-center", "--customer", Partners.CUSTOMER, "devices.csv")
                        .exits(10)
                        .only("error", "batch-missing"))
                .contains("--batch");
        microsoft.partners().addBatch("Microsoft365Managed_Autopilot");
        upload(
                        "--to",
                        "partner-center",
                        "--customer",
                        Partners.CUSTOMER,
                        "--batch",
                        "Microsoft365Managed_Autopilot",
                        "--wait",
                        "devices.csv")
                .exits(0);
        assertThat(microsoft.partners().devices()).hasSize(1);
    }

    @Test
    void aBatchThatIsNearlyATagOfManagedDesktopIsWarnedOf() throws IOException {
        devices("HWHASH-0001", "HWHASH-0002");
        microsoft.partners().addBatch("Microsoft365Managed_autopilot");
        assertThat(upload(
                                "--to",
                                "partner-center",
                                "--customer",
                                Partners.CUSTOMER,
                                "--batch",
                                "Microsoft365Managed_autopilot",
                                "--wait",
                                "devices.csv")
                        .exits(0)
                        .only("warning", "group-tag-misspelt"))
                .contains("Microsoft365Managed_Autopilot is");
    }

    @Test
    void whatIsForAnotherTargetIsRefused() {
        assertThat(upload("--to", "intune", "--batch", "Sales").exits(10).stderr())
                .contains("--batch");
        assertThat(upload("--to", "partner-center", "--update").exits(10).stderr())
                .contains("--update");
        assertThat(upload("--to", "https://intake.example", "--replace")
                        .exits(10)
                        .stderr())
                .contains("--replace");
    }
}
