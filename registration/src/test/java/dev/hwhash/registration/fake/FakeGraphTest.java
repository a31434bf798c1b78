// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.registration.fake.graph.Delays;
import dev.hwhash.registration.fake.graph.RegisteredDevice;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The fake of Graph keeps the records, and notes who breaks the rules. */
class FakeGraphTest {

    private static final String IMPORTED = "/v1.0/deviceManagement/importedWindowsAutopilotDeviceIdentities";
    private static final String DEVICES = "/v1.0/deviceManagement/windowsAutopilotDeviceIdentities";

    private static final String CORPORATE = "/beta/deviceManagement/importedDeviceIdentities";

    private final FakeTime time = new FakeTime();
    private FakeMicrosoft fake = FakeMicrosoft.start(Behaviour.DEFAULT.clock(time));
    private RawClient client = RawClient.ofGraph(fake);

    private void restart(Behaviour behaviour) {
        fake.close();
        fake = FakeMicrosoft.start(behaviour.clock(time));
        client = RawClient.ofGraph(fake);
    }

    @AfterEach
    void close() {
        fake.close();
    }

    private static String device(String serial, String importId) {
        return "{\"serialNumber\":\"" + serial + "\",\"importId\":\"" + importId + "\",\"hardwareIdentifier\":\""
                + SyntheticHash.of(serial).text() + "\"}";
    }

    private static String body(String... devices) {
        return "{\"importedWindowsAutopilotDeviceIdentities\":[" + String.join(",", devices) + "]}";
    }

    private RawClient.Got importing(String... devices) {
        return client.post(IMPORTED + "/import", body(devices));
    }

    private JsonNode state(String serial) {
        return client.get(IMPORTED + "?$filter=contains(serialNumber,'" + serial + "')")
                .json()
                .path("value")
                .path(0)
                .path("state");
    }

    @Test
    void anImportIsDecidedLaterAndItsDeviceShowsLaterStill() {
        Delays delays =
                new Delays(Duration.ZERO, Duration.ofMinutes(2), Duration.ofMinutes(3), Duration.ZERO, Duration.ZERO);
        restart(Behaviour.DEFAULT.delays(delays));
        RawClient.Got taken = importing(device("HWHASH-1", UUID.randomUUID().toString()));
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.json().at("/value/0/hardwareIdentifier").isNull()).isTrue();
        assertThat(state("HWHASH-1").path("deviceImportStatus").asString()).isEqualTo("unknown");

        time.sleep(Duration.ofMinutes(2));
        String id = state("HWHASH-1").path("deviceRegistrationId").asString();
        assertThat(client.get(DEVICES + "/" + id).status()).isEqualTo(404);

        time.sleep(Duration.ofMinutes(3));
        assertThat(client.get(DEVICES + "/" + id).json().path("serialNumber").asString())
                .isEqualTo("HWHASH-1");
        assertThat(fake.violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"E806-1,806,ZtdDeviceAlreadyAssigned", "E802-1,802,InvalidZtdHardwareHash", "E777,777,UnpublishedError"
    })
    void aSerialNumberBringsItsError(String serial, int code, String name) {
        importing(device(serial, UUID.randomUUID().toString()));
        assertThat(state(serial).path("deviceImportStatus").asString()).isEqualTo("error");
        assertThat(state(serial).path("deviceErrorCode").asInt()).isEqualTo(code);
        assertThat(state(serial).path("deviceErrorName").asString()).isEqualTo(name);
    }

    @Test
    void theSameDeviceAgainIsARecordMoreAndNoDeviceMore() {
        String importId = UUID.randomUUID().toString();
        importing(device("HWHASH-1", importId));
        importing(device("HWHASH-1", importId));
        assertThat(fake.intune().importsOf(importId)).isEqualTo(2);
        assertThat(fake.intune().devices()).hasSize(1);
        assertThat(fake.intune().imports().get(1).verdict().code()).isEqualTo(806);
    }

    @Test
    void theSameHashTwiceInOneImportIsDuplicated() {
        String one = device("HWHASH-1", UUID.randomUUID().toString());
        importing(one, one);
        assertThat(fake.intune().imports())
                .extracting(record -> record.verdict().name())
                .containsExactly("None", "ZtdDeviceDuplicated");
    }

    @Test
    void aListComesInPagesAndAFilterIsNotExact() {
        restart(Behaviour.DEFAULT.pageSize(2));
        importing(
                device("HW-1", UUID.randomUUID().toString()),
                device("HW-12", UUID.randomUUID().toString()),
                device("HW-123", UUID.randomUUID().toString()));
        JsonNode first =
                client.get(IMPORTED + "?$filter=contains(serialNumber,'hw-1')").json();
        assertThat(first.path("value").size()).isEqualTo(2);
        String next = first.path("@odata.nextLink").asString();
        assertThat(next).startsWith(fake.graph().toString() + "/");
        JsonNode second =
                client.get(next.substring(fake.graph().toString().length())).json();
        assertThat(second.path("value").size()).isEqualTo(1);
        assertThat(second.has("@odata.nextLink")).isFalse();
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void aRemovedRecordIsGoneAndItsDeviceStays() {
        JsonNode taken = importing(device("HW-1", UUID.randomUUID().toString())).json();
        String record = IMPORTED + "/" + taken.at("/value/0/id").asString();
        assertThat(client.get(record).json().at("/state/deviceImportStatus").asString())
                .isEqualTo("complete");
        assertThat(client.delete(record).status()).isEqualTo(204);
        assertThat(client.delete(record).status()).isEqualTo(404);
        assertThat(fake.intune().devices())
                .extracting(RegisteredDevice::serialNumber)
                .containsExactly("HW-1");
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void aChangeEmptiesWhatItLeavesOut() {
        String id = fake.intune()
                .register("HW-1", "", new RegisteredDevice.Properties("Tag", "a@contoso.example", "", "PC-1"), false);
        assertThat(client.post(DEVICES + "/" + id + "/updateDeviceProperties", "{\"displayName\":\"PC-2\"}")
                        .status())
                .isEqualTo(204);
        JsonNode device = client.get(DEVICES + "/" + id).json();
        assertThat(device.path("displayName").asString()).isEqualTo("PC-2");
        assertThat(device.path("groupTag").asString()).isEmpty();
    }

    @Test
    void anEnrolledDeviceIsNotRemoved() {
        importing(
                device("ENROLLED-1", UUID.randomUUID().toString()),
                device("HW-1", UUID.randomUUID().toString()));
        List<String> ids =
                fake.intune().devices().stream().map(RegisteredDevice::id).toList();
        assertThat(client.delete(DEVICES + "/" + ids.get(0)).status()).isEqualTo(400);
        assertThat(client.delete(DEVICES + "/" + ids.get(1)).status()).isEqualTo(204);
        assertThat(fake.intune().devices()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"SerialNumber":"HW-1","hardwareIdentifier":"T0EA"}                      | SerialNumber
            {"serialNumber":"HW-1","hardwareIdentifier":"T0E"}                       | hardwareIdentifier
            {"serialNumber":"HW-1"}                                                  | hardwareIdentifier
            {"serialNumber":"HW-1","hardwareIdentifier":"T0EA","importId":"17"}      | importId
            {"@odata.type":"microsoft.graph.importedWindowsAutopilotDeviceIdentity","hardwareIdentifier":"T0EA"} | @odata.type
            {"hardwareIdentifier":"T0EA","state":{"deviceImportStatus":"Pending","deviceRegistrationId":"","deviceErrorCode":0,"deviceErrorName":""}} | deviceImportStatus
            """)
    void whatTheReferenceDoesNotSayIsRefusedAndNoted(String device, String named) {
        assertThat(importing(device).status()).isEqualTo(400);
        assertThat(fake.violations()).anyMatch(violation -> violation.contains(named));
        assertThat(fake.intune().imports()).isEmpty();
    }

    @Test
    void serialNumberEqIsRefused() {
        assertThat(client.get(IMPORTED + "?$filter=serialNumber eq 'HW-1'").status())
                .isEqualTo(400);
        assertThat(fake.violations()).hasSize(1);
    }

    @Test
    void aPathThatThisVersionDoesNotHaveIsNotFoundAsGraphSaysIt() {
        RawClient.Got got = client.post("/v1.0/deviceManagement/windowsAutopilotSettings/sync", "");
        assertThat(got.status()).isEqualTo(400);
        assertThat(got.json().at("/error/message").asString())
                .isEqualTo("Resource not found for the segment 'windowsAutopilotSettings'.");
        assertThat(fake.violations()).hasSize(1);
    }

    @Test
    void withoutATokenNothingIsDone() {
        client.authorization("");
        assertThat(importing(device("HW-1", UUID.randomUUID().toString())).status())
                .isEqualTo(401);
        assertThat(fake.violations()).hasSize(1);
        assertThat(fake.intune().imports()).isEmpty();
    }

    @Test
    void aTokenEnds() {
        time.sleep(Duration.ofHours(1));
        assertThat(client.get(DEVICES).status()).isEqualTo(401);
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void theHundredAndFirstWriteHasToWait() {
        restart(Behaviour.DEFAULT.limited());
        for (int i = 0; i < 100; i++) {
            assertThat(client.delete(DEVICES + "/" + UUID.randomUUID()).status())
                    .isEqualTo(404);
        }
        RawClient.Got full = client.delete(DEVICES + "/" + UUID.randomUUID());
        assertThat(full.status()).isEqualTo(429);
        assertThat(full.header("Retry-After")).isEqualTo("20");
        time.sleep(Duration.ofSeconds(20));
        assertThat(client.delete(DEVICES + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void whoFollowsALinkToAnotherOriginIsSeen() {
        restart(Behaviour.DEFAULT.pageSize(1).switches(new Behaviour.Switches(true, false, false, false)));
        importing(
                device("HW-1", UUID.randomUUID().toString()),
                device("HW-2", UUID.randomUUID().toString()));
        String next = client.get(IMPORTED).json().path("@odata.nextLink").asString();
        assertThat(next).doesNotStartWith(fake.graph().toString());
        client.getAt(next);
        assertThat(fake.violations()).anyMatch(violation -> violation.contains("WITH A TOKEN"));
    }

    @Test
    void aProfileIsAssignedInTime() {
        Delays delays = new Delays(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(20));
        restart(Behaviour.DEFAULT.delays(delays));
        importing(
                device("HW-1", UUID.randomUUID().toString()),
                device("NOPROFILE-1", UUID.randomUUID().toString()));
        List<String> ids =
                fake.intune().devices().stream().map(RegisteredDevice::id).toList();
        assertThat(profile(ids.get(0))).isEqualTo("unknown");
        time.sleep(Duration.ofMinutes(10));
        assertThat(profile(ids.get(0))).isEqualTo("pending");
        time.sleep(Duration.ofMinutes(10));
        assertThat(profile(ids.get(0))).isEqualTo("assignedInSync");
        assertThat(profile(ids.get(1))).isEqualTo("notAssigned");
        assertThat(fake.violations()).isEmpty();
    }

    private String profile(String id) {
        return client.get("/beta/deviceManagement/windowsAutopilotDeviceIdentities/" + id
                        + "?$expand=deploymentProfile,intendedDeploymentProfile")
                .json()
                .path("deploymentProfileAssignmentStatus")
                .asString();
    }

    @Test
    void aCorporateIdentifierIsKeptInUpperCaseWithoutSigns() {
        RawClient.Got got = client.post(
                CORPORATE + "/importDeviceIdentityList", corporate("Microsoft Corporation,Virtual Machine,78-01"));
        assertThat(got.json().at("/value/0/status").asBoolean()).isTrue();
        JsonNode listed = client.get(CORPORATE + "?$top=100&$filter=contains(importedDeviceIdentifier,'7801')")
                .json();
        assertThat(listed.at("/value/0/importedDeviceIdentifier").asString())
                .isEqualTo("MICROSOFTCORPORATION,VIRTUALMACHINE,7801");
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void aMalformedCorporateIdentifierIsRefusedInJsonWithinJson() {
        RawClient.Got got = client.post(CORPORATE + "/importDeviceIdentityList", corporate("Contoso,Book 3,---"));
        assertThat(got.status()).isEqualTo(400);
        assertThat(got.json().at("/error/message").asString())
                .startsWith("{\"_version\":3,\"Message\":\"Invalid Device Identifier parameter");
        client.post(CORPORATE + "/importDeviceIdentityList", corporate("Contoso, Ltd.,Book 3,1"));
        assertThat(fake.violations()).hasSize(1);
    }

    private static String corporate(String identifier) {
        return "{\"importedDeviceIdentities\":[{\"importedDeviceIdentifier\":\"" + identifier
                + "\",\"importedDeviceIdentityType\":\"manufacturerModelSerial\"}],"
                + "\"overwriteImportedDeviceIdentities\":false}";
    }

    @Test
    void aSyncIsCountedAndNoted() {
        assertThat(client.post("/beta/deviceManagement/windowsAutopilotSettings/sync", "")
                        .status())
                .isEqualTo(204);
        assertThat(client.post("/beta/deviceManagement/windowsAutopilotSettings/sync", "")
                        .status())
                .isEqualTo(429);
        assertThat(fake.intune().syncs()).isEqualTo(2);
        assertThat(fake.violations()).hasSize(2);
    }

    @Test
    void theIdOfTheDeviceMayFollowALookLater() {
        restart(Behaviour.DEFAULT.switches(new Behaviour.Switches(false, false, true, false)));
        importing(device("HW-1", UUID.randomUUID().toString()));
        JsonNode first = state("HW-1");
        assertThat(first.path("deviceImportStatus").asString()).isEqualTo("complete");
        assertThat(first.path("deviceRegistrationId").asString()).isEmpty();
        assertThat(state("HW-1").path("deviceRegistrationId").asString()).isNotEmpty();
    }

    @Test
    void aFilterMayBeTakenAndNotApplied() {
        restart(Behaviour.DEFAULT.switches(new Behaviour.Switches(false, true, false, false)));
        importing(
                device("HW-1", UUID.randomUUID().toString()),
                device("HW-2", UUID.randomUUID().toString()));
        assertThat(client.get(IMPORTED + "?$filter=importId eq 'x'")
                        .json()
                        .path("value")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void aFilterOnCorporateIdentifiersMayBeRefused() {
        restart(Behaviour.DEFAULT.switches(new Behaviour.Switches(false, false, false, false, true)));
        assertThat(client.get(CORPORATE + "?$filter=contains(importedDeviceIdentifier,'1')")
                        .status())
                .isEqualTo(400);
        assertThat(client.get(CORPORATE).status()).isEqualTo(200);
    }

    @Test
    void aHashOfAnotherTenantIsRefused() {
        fake.intune().registerElsewhere(SyntheticHash.of("HW-1").text());
        importing(device("HW-1", UUID.randomUUID().toString()));
        assertThat(state("HW-1").path("deviceErrorCode").asInt()).isEqualTo(808);
    }
}
