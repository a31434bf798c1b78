// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.registration.fake.graph.Delays;
import dev.hwhash.registration.fake.login.Token.Kind;
import dev.hwhash.registration.fake.partner.Partners;
import dev.hwhash.registration.fake.web.Fault;
import dev.hwhash.registration.fake.web.Faults;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The fake of Partner Center keeps the batches, and notes who breaks the rules. */
class FakePartnerCenterTest {

    private static final String CUSTOMER = "/v1/customers/" + Partners.CUSTOMER;
    private static final String BATCHES = CUSTOMER + "/deviceBatches";

    private final FakeTime time = new FakeTime();
    private FakeMicrosoft fake = FakeMicrosoft.start(Behaviour.DEFAULT.clock(time));
    private RawClient client = RawClient.ofPartnerCenter(fake, Kind.USER);

    private void restart(Behaviour behaviour, Kind kind) {
        fake.close();
        fake = FakeMicrosoft.start(behaviour.clock(time));
        client = RawClient.ofPartnerCenter(fake, kind);
    }

    @AfterEach
    void close() {
        fake.close();
    }

    private static String hashed(String serial) {
        return "{\"serialNumber\":\"" + serial + "\",\"hardwareHash\":\""
                + SyntheticHash.of(serial).text() + "\"}";
    }

    private RawClient.Got created(String name, String... devices) {
        return client.anew().post(BATCHES, batch(name, devices));
    }

    private static String batch(String name, String... devices) {
        return "{\"batchId\":\"" + name + "\",\"devices\":[" + String.join(",", devices) + "]}";
    }

    private JsonNode status(RawClient.Got taken) {
        return client.anew().get("/v1" + taken.header("Location")).json();
    }

    @Test
    void anUploadIsFollowedToItsEndAndEachDeviceTellsItsOwn() {
        Delays delays = new Delays(Duration.ZERO, Duration.ofMinutes(2), Duration.ZERO, Duration.ZERO, Duration.ZERO);
        restart(Behaviour.DEFAULT.delays(delays), Kind.USER);
        RawClient.Got taken = created("Test batch", hashed("HW-1"), hashed("E808-1"));
        assertThat(taken.status()).isEqualTo(202);
        assertThat(taken.body()).isEmpty();
        assertThat(taken.header("Location")).startsWith("/customers/" + Partners.CUSTOMER + "/batchJobStatus/");
        assertThat(status(taken).path("status").asString()).isEqualTo("queued");
        time.sleep(Duration.ofMinutes(1));
        assertThat(status(taken).path("status").asString()).isEqualTo("processing");
        time.sleep(Duration.ofMinutes(1));
        JsonNode end = status(taken);
        assertThat(end.path("status").asString()).isEqualTo("finished");
        assertThat(end.at("/devicesStatus/0/status").asString()).isEqualTo("finished");
        assertThat(end.at("/devicesStatus/1/status").asString()).isEqualTo("finished_with_errors");
        assertThat(end.at("/devicesStatus/1/errorCode").asString()).isEqualTo("808");
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void aDeviceByItsHashAloneHasNoNameInTheStatus() {
        JsonNode end = status(
                created("B", "{\"hardwareHash\":\"" + SyntheticHash.of("HW-1").text() + "\"}"));
        assertThat(end.at("/devicesStatus/0").has("serialNumber")).isFalse();
        assertThat(end.at("/devicesStatus/0").has("deviceId")).isFalse();
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void anAppAloneAddsButDoesNotCreate() {
        restart(Behaviour.DEFAULT, Kind.APP);
        RawClient.Got refused = created("B", hashed("HW-1"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("code").asString()).isEqualTo("2032");
        fake.partners().addBatch("B");
        assertThat(client.anew()
                        .post(BATCHES + "/B/devices", "[" + hashed("HW-1") + "]")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void aUserWithoutASecondFactorIsRefused() {
        restart(Behaviour.DEFAULT, Kind.USER_WITHOUT_MFA);
        RawClient.Got refused = client.get(BATCHES);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("code").asString()).isEqualTo("900421");
        assertThat(refused.header("WWW-Authenticate")).startsWith("OAuth realm=");
    }

    @ParameterizedTest
    @CsvSource({Partners.UNRELATED + ",403,20002", "00000000-0000-0000-0000-000000000001,404,60003"})
    void aCustomerOfSomebodyElseIsRefused(String customer, int status, String code) {
        RawClient.Got refused = client.get("/v1/customers/" + customer + "/deviceBatches");
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.json().path("code").asString()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"serialNumber\":\"HW-1\"}",
                "{\"serialNumber\":\"HW-1\",\"oemManufacturerName\":\"Contoso\"}",
                "{}"
            })
    void aDeviceThatNothingIdentifiesIsRefused(String device) {
        RawClient.Got refused = created("B", device);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asString()).isEqualTo("3000");
        assertThat(fake.partners().devices()).isEmpty();
    }

    @Test
    void theTupleAndTheProductIdAreTaken() {
        String tuple = "{\"SerialNumber\":\"HW-1\",\"OemManufacturerName\":\"Contoso\",\"ModelName\":\"Book 3\"}";
        assertThat(created("B", tuple, "{\"productKey\":\"3300012345678\"}").status())
                .isEqualTo(202);
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void theSameRequestUnderTheSameIdIsDoneOnce() {
        restart(Behaviour.DEFAULT.faults(Faults.once(Fault.RESET_AFTER, "POST", "/deviceBatches")), Kind.USER);
        String body = batch("B", hashed("HW-1"));
        assertThatThrownBy(() -> client.post(BATCHES, body)).isInstanceOf(UncheckedIOException.class);
        RawClient.Got again = client.post(BATCHES, body);
        assertThat(again.status()).isEqualTo(202);
        assertThat(fake.partners().jobs()).hasSize(1);
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void anIdThatHadItsAnswerMustNotComeAgain() {
        client.get(BATCHES);
        client.get(BATCHES);
        assertThat(fake.violations()).hasSize(1);
    }

    @Test
    void anIdDoesNotServeAnotherRequest() {
        client.post(BATCHES, batch("B", hashed("HW-1")));
        assertThat(client.post(BATCHES, batch("C", hashed("HW-1"))).status()).isEqualTo(400);
        assertThat(fake.violations()).isNotEmpty();
        assertThat(fake.partners().jobs()).hasSize(1);
    }

    @Test
    void aNameServesOneBatch() {
        created("B", hashed("HW-1"));
        assertThat(created("B", hashed("HW-2")).status()).isEqualTo(409);
        restart(Behaviour.DEFAULT.switches(new Behaviour.Switches(false, false, false, true)), Kind.USER);
        created("B", hashed("HW-1"));
        assertThat(created("B", hashed("HW-2")).status()).isEqualTo(400);
    }

    @Test
    void aBatchThatIsNotThereTakesNothing() {
        assertThat(client.post(BATCHES + "/none/devices", "[" + hashed("HW-1") + "]")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aDeviceIsRegisteredOnce() {
        created("B", hashed("HW-1"));
        JsonNode end = status(client.anew().post(BATCHES + "/B/devices", "[" + hashed("HW-1") + "]"));
        assertThat(end.at("/devicesStatus/0/errorCode").asString()).isEqualTo("806");
    }

    @Test
    void moreThanAThousandAreRefused() {
        String[] devices = IntStream.rangeClosed(0, 1000)
                .mapToObj(i -> "{\"productKey\":\"" + (3_300_000_000_000L + i) + "\"}")
                .toArray(String[]::new);
        assertThat(created("B", devices).status()).isEqualTo(400);
        assertThat(fake.violations()).isNotEmpty();
    }

    @Test
    void aListOfDevicesComesByTheHundred() {
        String devices = IntStream.range(0, 150)
                .mapToObj(i -> "{\"productKey\":\"" + (3_300_000_000_000L + i) + "\"}")
                .collect(Collectors.joining(","));
        created("B", devices);
        JsonNode first = client.anew()
                .get(BATCHES.toLowerCase(Locale.ROOT) + "/B/devices")
                .json();
        assertThat(first.path("items").size()).isEqualTo(100);
        client.header("MS-ContinuationToken", first.path("continuationToken").asString());
        JsonNode second = client.anew().get(BATCHES + "/B/devices").json();
        assertThat(second.path("items").size()).isEqualTo(50);
        assertThat(second.has("continuationToken")).isFalse();
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void headersThatAreLeftOutAreNoted() {
        client.header("MS-RequestId", "");
        client.header("MS-Contract-Version", "");
        client.get(BATCHES);
        assertThat(fake.violations()).hasSize(2);
    }

    @Test
    void unpaddedBase64AndUnknownPropertiesAreNoted() {
        created("B", "{\"hardwareHash\":\"T0E\"}");
        created("B", "{\"hardwareHash\":\"T0EA\",\"groupTag\":\"" + UUID.randomUUID() + "\"}");
        assertThat(fake.violations()).anyMatch(violation -> violation.contains("hardwareHash"));
        assertThat(fake.violations()).anyMatch(violation -> violation.contains("groupTag"));
        assertThat(fake.partners().jobs()).isEmpty();
    }

    @Test
    void theSecondFactorIsToldToWhoAsks() {
        client.header("ValidateMfa", "true");
        assertThat(client.get(BATCHES).header("isMfaCompliant")).isEqualTo("true");
    }
}
