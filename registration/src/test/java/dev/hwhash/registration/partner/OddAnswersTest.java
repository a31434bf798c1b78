// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import static dev.hwhash.registration.partner.Script.accepted;
import static dev.hwhash.registration.partner.Script.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Registrar.Depth;
import dev.hwhash.registration.Unsettled;
import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.fake.FakeTime;
import dev.hwhash.registration.fake.web.Call;
import dev.hwhash.registration.fake.web.Faults;
import dev.hwhash.registration.fake.web.Reply;
import dev.hwhash.registration.fake.web.Web;
import dev.hwhash.registration.fake.web.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that Partner Center should not give, and its objections: nothing is lost, nothing leads astray. */
class OddAnswersTest {

    private static final String JOB = "/customers/" + Partner.CUSTOMER + "/batchJobStatus/1";
    private static final Reply NO_BATCHES = json(200, "{'totalCount':0,'items':[]}");
    private static final Reply ONE_BATCH = json(200, "{'items':[{'id':'Batch','status':'finished'}]}");

    private final FakeTime time = new FakeTime();
    private final Script script = new Script();
    private final Web web =
            new Web("script", script, new Wire(Duration.ZERO, Faults.none(), false, false), () -> {}, time);
    private final Partner partner = new Partner(web.endpoint(), time, () -> "token", true);

    @AfterEach
    void close() {
        partner.close();
        web.close();
    }

    @Test
    void everyRequestCarriesTheHeadersOfPartnerCenter() throws LedgerException {
        takesAll();
        partner.device("SN-1", "Batch");

        partner.run(Depth.ENDED);

        assertThat(script.calls()).hasSizeGreaterThan(2).allSatisfy(call -> {
            assertThat(call.header("Authorization")).isEqualTo("Bearer token");
            assertThat(call.header("MS-Contract-Version")).isEqualTo("v1");
            assertThat(call.header("X-Locale")).isEqualTo("en-US");
            assertThat(call.header("MS-PartnerCenter-Application")).isEqualTo("hwhash");
            assertThat(UUID.fromString(call.header("MS-RequestId"))).isNotNull();
            assertThat(UUID.fromString(call.header("MS-CorrelationId"))).isNotNull();
        });
        assertThat(script.calls().stream().map(call -> call.header("MS-RequestId")))
                .doesNotHaveDuplicates();
        assertThat(script.calls().stream()
                        .map(call -> call.header("MS-CorrelationId"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void pagesAreFollowedByTheirToken() throws LedgerException {
        script.on(
                "GET",
                "/deviceBatches",
                json(200, "{'items':[{'id':'Other','status':'finished'}],'continuationToken':'page 2'}"),
                ONE_BATCH);
        script.on("POST", "/deviceBatches/Batch/devices", accepted(JOB));
        partner.device("SN-1", "Batch");

        partner.run(Depth.SENT);

        assertThat(script.calls("GET", "/deviceBatches"))
                .extracting(call -> call.header("MS-ContinuationToken"))
                .containsExactly("", "page 2");
        assertThat(script.calls("POST", "/Batch/devices")).hasSize(1);
    }

    @Test
    void pagesWithoutAnEndAreLeft() throws LedgerException {
        script.on("GET", "/deviceBatches", json(200, "{'items':[],'continuationToken':'again'}"));
        script.on("POST", "/deviceBatches", accepted(JOB));
        partner.device("SN-1", "Batch");

        partner.run(Depth.SENT);

        assertThat(script.calls("GET", "/deviceBatches")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "welcome",
                "[]",
                "{}",
                "{'items':{}}",
                "{'items':[",
                "null",
            })
    void aListThatIsNoneStopsTheRunBeforeAnythingIsSent(String body) throws LedgerException {
        script.on("GET", "/deviceBatches", json(200, body));
        UUID device = partner.device("SN-1", "Batch");

        List<Unsettled> left = partner.run(Depth.ENDED);

        assertThat(left).hasSize(1);
        assertThat(left.get(0).device()).isEqualTo(device);
        assertThat(left.get(0).why()).isEqualTo(Why.UNREACHABLE);
        assertThat(script.calls()).allMatch(call -> call.method().equals("GET"));
        assertThat(partner.ledger.unfinished()).isEmpty();
    }

    @Test
    void aByteOrderMarkBeforeAnAnswerIsPassedOver() throws LedgerException {
        takesAll();
        script.on("GET", "/deviceBatches", json(200, "\uFEFF{'items':[{'id':'Batch'}]}"));
        partner.device("SN-1", "Batch");

        assertThat(partner.run(Depth.ENDED)).isEmpty();
        assertThat(script.calls("POST", "/Batch/devices")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://elsewhere.example/v1/customers/11111111-2222-4333-8444-555555555555/batchJobStatus/1",
                "/customers/99999999-2222-4333-8444-555555555555/batchJobStatus/1"
            })
    void theBatchIsLookedIntoWhereTheJobIsNotOurs(String location) throws LedgerException {
        script.on("GET", "/deviceBatches", NO_BATCHES);
        script.on("POST", "/deviceBatches", location.isEmpty() ? Reply.empty(202) : accepted(location));
        script.on("GET", "/Batch/devices", json(200, "{'items':[]}"), json(200, "{'items':[{'serialNumber':'SN-1'}]}"));
        UUID device = partner.device("SN-1", "Batch");
        UUID other = partner.device("SN-2", "Batch");

        List<Unsettled> left = partner.run(Depth.ENDED);

        assertThat(partner.ledger.fates()).containsOnlyKeys(device);
        assertThat(left).extracting(Unsettled::device, Unsettled::why).containsExactly(tuple(other, Why.NEEDS_MENDING));
        assertThat(script.calls()).noneMatch(call -> call.path().contains("batchJobStatus"));

        partner.run(Depth.SENT);

        assertThat(script.calls("POST", "/deviceBatches"))
                .extracting(call -> call.header("MS-RequestId"))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void aStatusThatIsNoneKeepsTheJob() throws LedgerException {
        takesAll();
        script.on("GET", JOB, json(200, "{'message':'welcome'}"));
        partner.device("SN-1", "Batch");

        assertThat(partner.run(Depth.ENDED)).extracting(Unsettled::why).containsExactly(Why.UNREACHABLE);

        script.on("GET", JOB, finished("{'serialNumber':'SN-1','status':'finished'}"));
        assertThat(partner.run(Depth.ENDED)).isEmpty();
        assertThat(script.calls("POST", "/deviceBatches")).hasSize(1);
    }

    @Test
    void aDeviceThatItsJobForgetsIsLookedForInTheBatch() throws LedgerException {
        takesAll();
        script.on("GET", JOB, finished("{'serialNumber':'SN-1','status':'finished'}"));
        script.on("GET", "/deviceBatches", NO_BATCHES, ONE_BATCH);
        script.on("GET", "/Batch/devices", json(200, "{'items':[{'id':'id-2','serialNumber':'SN-2'}]}"));
        UUID first = partner.device("SN-1", "Batch");
        UUID second = partner.device("SN-2", "Batch");
        UUID third = partner.device("SN-3", "Batch");

        assertThat(partner.run(Depth.ENDED)).extracting(Unsettled::device).containsExactly(third);

        assertThat(partner.ledger.fates())
                .isEqualTo(Map.of(
                        first, new Fate.Registered(Optional.empty()),
                        second, new Fate.Registered(Optional.of("id-2"))));
        assertThat(time.passed()).isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void devicesOfAJobThatIsGoneAreSentAgainOnceTheBatchWasLookedInto() throws LedgerException {
        takesAll();
        script.on("GET", JOB, json(404, "{'code':'1000'}"));
        script.on("GET", "/deviceBatches", NO_BATCHES, ONE_BATCH);
        script.on("GET", "/Batch/devices", json(200, "{'items':[]}"));
        partner.device("SN-1", "Batch");

        assertThat(partner.run(Depth.ENDED)).extracting(Unsettled::why).containsExactly(Why.NEEDS_MENDING);
        assertThat(script.calls("GET", "/Batch/devices")).isNotEmpty();

        script.on("GET", JOB, finished("{'serialNumber':'SN-1','status':'finished'}"));
        assertThat(partner.run(Depth.ENDED)).isEmpty();
        assertThat(script.calls("POST", "/Batch/devices")).hasSize(1);
    }

    @Test
    void devicesOfAHashAloneAreRegisteredWhereAllOfTheirJobAre() throws LedgerException {
        takesAll();
        script.on(
                "GET",
                JOB,
                finished("{'serialNumber':'SN-1','status':'finished'},{'status':'finished'},"
                        + "{'status':'finished'}"));
        UUID one = partner.device(hashAlone("H-1"));
        UUID two = partner.device(hashAlone("H-2"));
        UUID three = partner.device("SN-1", "Batch");

        assertThat(partner.run(Depth.ENDED)).isEmpty();
        assertThat(partner.ledger.fates()).containsOnlyKeys(one, two, three);
    }

    @ParameterizedTest
    @CsvSource({
        "401, 900421, CREDENTIALS, MFA",
        "401, 400, CREDENTIALS, hwhash login --to partner-center",
        "403, 2032, CREDENTIALS, Sales agent",
        "403, 20002, CREDENTIALS, reseller relationship",
        "403, 900150, CREDENTIALS, role",
        "403, 77, CREDENTIALS, docs/partners.md",
        "404, 60003, NEEDS_MENDING, Microsoft ID",
        "410, 12, NEEDS_MENDING, 410",
    })
    void anObjectionIsToldWithItsRemedyAndNothingIsLost(int status, String code, Why why, String word)
            throws LedgerException {
        script.on("GET", "/deviceBatches", json(status, "{'code':'" + code + "','description':'so it is'}"));
        UUID device = partner.device("SN-1", "Batch");

        List<Unsettled> left = partner.run(Depth.ENDED);

        assertThat(left).extracting(Unsettled::device).containsExactly(device);
        assertThat(left.get(0).why()).isEqualTo(why);
        assertThat(left.get(0).words()).contains(word, String.valueOf(status), code.equals("400") ? "so it is" : code);
        assertThat(partner.ledger.unfinished()).isEmpty();
    }

    @Test
    void aBatchThatIsNeverToBeSeenKeepsItsOwnDevicesOnly() throws LedgerException {
        takesAll();
        script.on("GET", "/deviceBatches", json(200, "{'items':[{'id':'a/b'},{'id':'Batch'}]}"));
        UUID kept = partner.device("SN-2", "a/b");
        partner.device("SN-1", "Batch");

        List<Unsettled> left = partner.run(Depth.ENDED);

        assertThat(left).extracting(Unsettled::device, Unsettled::why).containsExactly(tuple(kept, Why.NEEDS_MENDING));
        assertThat(time.passed()).isLessThan(Duration.ofMinutes(4));
        assertThat(script.calls("POST", "/deviceBatches/a/b/devices"))
                .extracting(call -> call.header("MS-RequestId"))
                .hasSizeGreaterThan(5)
                .doesNotHaveDuplicates();
        assertThat(partner.ledger.unfinished()).isEmpty();
    }

    @Test
    void anObjectionToAPostLeavesNothingInDoubt() throws LedgerException {
        script.on("GET", "/deviceBatches", NO_BATCHES);
        script.on("POST", "/deviceBatches", json(403, "{'code':'2032','description':'no'}"));
        partner.device("SN-1", "Batch");

        assertThat(partner.run(Depth.ENDED)).extracting(Unsettled::why).containsExactly(Why.CREDENTIALS);
        assertThat(partner.ledger.unfinished()).isEmpty();
    }

    @Test
    void aShipmentOfAnotherCustomerIsNotAskedForByThisOne() throws LedgerException {
        takesAll();
        partner.device("SN-1", "Batch");
        partner.run(Depth.SENT);
        int before = script.calls().size();

        partner.of(CustomerId.of("99999999-2222-4333-8444-555555555555").orElseThrow());

        assertThat(partner.run(Depth.ENDED)).extracting(Unsettled::why).containsExactly(Why.NEEDS_MENDING);
        assertThat(script.calls().stream().skip(before).map(Call::path)).noneMatch(path -> path.contains("JobStatus"));
    }

    private void takesAll() {
        script.on("GET", "/deviceBatches", NO_BATCHES)
                .on("POST", "/deviceBatches", accepted(JOB))
                .on("POST", "/deviceBatches/Batch/devices", accepted(JOB))
                .on("GET", JOB, finished("{'serialNumber':'SN-1','status':'finished'}"));
    }

    private static DeviceRecord hashAlone(String serial) {
        return DeviceRecord.EMPTY
                .with(Field.HARDWARE_HASH, SyntheticHash.of(serial).text())
                .with(Field.GROUP_TAG, "Batch");
    }

    private static Reply finished(String devices) {
        return json(200, "{'batchTrackingId':'1','status':'finished','devicesStatus':[" + devices + "]}");
    }
}
