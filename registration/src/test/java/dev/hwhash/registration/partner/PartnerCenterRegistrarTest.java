// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.TestDevices;
import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Registrar.Depth;
import dev.hwhash.registration.Unsettled;
import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.fake.Behaviour;
import dev.hwhash.registration.fake.FakeMicrosoft;
import dev.hwhash.registration.fake.FakeTime;
import dev.hwhash.registration.fake.graph.Delays;
import dev.hwhash.registration.fake.login.Token.Audience;
import dev.hwhash.registration.fake.login.Token.Kind;
import dev.hwhash.registration.fake.partner.Job;
import dev.hwhash.registration.fake.partner.PartnerDevice;
import dev.hwhash.registration.fake.partner.Partners;
import dev.hwhash.registration.fake.web.Fault;
import dev.hwhash.registration.fake.web.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A partner registers devices of a customer: each once, each to its end. */
class PartnerCenterRegistrarTest {

    private static final Delays SLOW =
            new Delays(Duration.ofMinutes(1), Duration.ofMinutes(4), Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private final FakeTime time = new FakeTime();
    private FakeMicrosoft fake = FakeMicrosoft.start(Behaviour.DEFAULT.clock(time));
    private Partner partner = partner(Kind.USER);

    @AfterEach
    void close() {
        partner.close();
        fake.close();
    }

    @Test
    void aUserMakesANewBatch() throws LedgerException {
        UUID device = partner.device("SN-1", "Kiosk & bar");

        assertThat(partner.run(Depth.ENDED)).isEmpty();

        assertThat(fake.partners().batches()).containsExactly("Kiosk & bar");
        PartnerDevice taken = fake.partners().devices().get(0);
        assertThat(taken.serialNumber()).isEqualTo("SN-1");
        assertThat(taken.hash()).isEqualTo(SyntheticHash.of("SN-1").text());
        assertThat(partner.ledger.fates()).isEqualTo(Map.of(device, new Fate.Registered(Optional.of(taken.id()))));
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void anAppAddsToABatchThatIsThere() throws LedgerException {
        start(Behaviour.DEFAULT, Kind.APP);
        fake.partners().addBatch("Kiosk");
        partner.device("SN-1", "Kiosk");

        assertThat(partner.run(Depth.ENDED)).isEmpty();

        assertThat(fake.partners().jobs()).extracting(Job::batch).containsExactly("Kiosk");
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void anAppIsToldThatANewBatchNeedsAUserAndServesTheOthers() throws LedgerException {
        start(Behaviour.DEFAULT, Kind.APP);
        fake.partners().addBatch("kiosk");
        UUID kept = partner.device("SN-1", "Kiosk");
        UUID sent = partner.device("SN-2", "kiosk");

        List<Unsettled> left = partner.run(Depth.ENDED);

        assertThat(left).extracting(Unsettled::device, Unsettled::why).containsExactly(tuple(kept, Why.CREDENTIALS));
        assertThat(left.get(0).words()).contains("\"Kiosk\"", "hwhash login --to partner-center");
        assertThat(partner.ledger.fates()).containsOnlyKeys(sent);
        assertThat(posts()).hasSize(1);
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void aSignInWithoutASecondFactorIsExplained() throws LedgerException {
        start(Behaviour.DEFAULT, Kind.USER_WITHOUT_MFA);
        partner.device("SN-1", "Kiosk");

        List<Unsettled> left = partner.run(Depth.ENDED);

        assertThat(left).extracting(Unsettled::why).containsExactly(Why.CREDENTIALS);
        assertThat(left.get(0).words()).contains("900421", "MFA");
        assertThat(partner.ledger.unfinished()).isEmpty();
    }

    @Test
    void eachTagIsABatchOfItsOwn() throws LedgerException {
        partner.device("SN-1", "Kiosk");
        partner.device("SN-2", "Office");
        partner.device("SN-3", "Kiosk");

        assertThat(partner.run(Depth.ENDED)).isEmpty();

        assertThat(fake.partners().jobs())
                .extracting(Job::batch, job -> serials(job.devices()))
                .containsExactly(tuple("Kiosk", List.of("SN-1", "SN-3")), tuple("Office", List.of("SN-2")));
    }

    @Test
    void aDeviceThatCannotBeSentIsRefusedAndTheOthersAreSent() throws LedgerException {
        UUID tagless = partner.device(TestDevices.device("SN-1"));
        UUID nameless = partner.device(DeviceRecord.EMPTY
                .with(Field.SERIAL_NUMBER, "SN-2")
                .with(Field.MODEL, "Book 3")
                .with(Field.GROUP_TAG, "Kiosk"));
        UUID good = partner.device("SN-3", "Kiosk");

        assertThat(partner.run(Depth.ENDED)).isEmpty();

        assertThat(code(tagless)).isEqualTo("batch-missing");
        assertThat(code(nameless)).isEqualTo("identity-missing");
        assertThat(partner.ledger.fates().get(good)).isInstanceOf(Fate.Registered.class);
        assertThat(serials(fake.partners().devices())).containsExactly("SN-3");
    }

    @Test
    void eachCombinationOfFactsIsRegistered() throws LedgerException {
        String hash = SyntheticHash.of("SN-1").text();
        partner.device(row(Map.of(Field.HARDWARE_HASH, hash, Field.WINDOWS_PRODUCT_ID, "0000000000001")));
        partner.device(row(Map.of(Field.HARDWARE_HASH, other(2), Field.SERIAL_NUMBER, "SN-2")));
        partner.device(row(Map.of(
                Field.HARDWARE_HASH, other(3),
                Field.WINDOWS_PRODUCT_ID, "0000000000003",
                Field.SERIAL_NUMBER, "SN-3")));
        partner.device(row(Map.of(Field.HARDWARE_HASH, other(4))));
        partner.device(row(Map.of(Field.WINDOWS_PRODUCT_ID, "0000000000005")));
        partner.device(TestDevices.named("SN-6", "Contoso", "Book 3").with(Field.GROUP_TAG, "Kiosk"));
        partner.device(row(Map.of(Field.HARDWARE_HASH, other(7))));

        assertThat(partner.run(Depth.ENDED)).isEmpty();

        assertThat(partner.ledger.fates().values()).hasSize(7).allMatch(Fate.Registered.class::isInstance);
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void anUploadThatIsFinishedHidesNoErrorOfADevice() throws LedgerException {
        start(Behaviour.DEFAULT.delays(SLOW), Kind.USER);
        UUID good = partner.device("SN-1", "Kiosk");
        UUID foreign = partner.device("E808-1", "Kiosk");
        UUID known = partner.device("E806-1", "Kiosk");
        UUID odd = partner.device("E899-1", "Kiosk");

        assertThat(partner.run(Depth.ENDED)).isEmpty();

        assertThat(partner.ledger.fates().get(good)).isInstanceOf(Fate.Registered.class);
        assertThat(partner.ledger.fates().get(foreign)).isInstanceOfSatisfying(Fate.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("808");
            assertThat(refused.name()).isEqualTo("ZtdDeviceAssignedToOtherTenant");
        });
        assertThat(partner.ledger.fates().get(known)).isInstanceOf(Fate.AlreadyRegistered.class);
        assertThat(code(odd)).isEqualTo("899");
        assertThat(time.passed())
                .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(4).plusSeconds(16));
    }

    @Test
    void whoDoesNotWaitLearnsTheEndInALaterRun() throws LedgerException {
        start(Behaviour.DEFAULT.delays(SLOW), Kind.USER);
        partner.device("SN-1", "Kiosk");

        assertThat(partner.run(Depth.SENT)).extracting(Unsettled::why).containsExactly(Why.TAKEN);
        assertThat(partner.run(Depth.SENT)).extracting(Unsettled::why).containsExactly(Why.TAKEN);
        assertThat(time.passed()).isZero();
        time.sleep(Duration.ofMinutes(4));

        assertThat(partner.run(Depth.SENT)).isEmpty();
        assertThat(posts()).hasSize(1);
    }

    @Test
    void whenTheTimeIsUpTheDeviceIsKeptAndFollowedLater() throws LedgerException {
        start(Behaviour.DEFAULT.delays(SLOW), Kind.USER);
        partner.device("SN-1", "Kiosk");

        assertThat(partner.patientFor(Duration.ofMinutes(1)).run(Depth.ENDED))
                .extracting(Unsettled::why)
                .containsExactly(Why.DEADLINE);
        assertThat(partner.patientFor(Duration.ofMinutes(30)).run(Depth.ENDED)).isEmpty();

        assertThat(posts()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NONE", "FORBIDDEN"},
            mode = EnumSource.Mode.EXCLUDE)
    void whateverHappensToAPostTheDeviceIsThereOnce(Fault fault) throws LedgerException {
        start(Behaviour.DEFAULT.faults(Faults.once(fault, "POST", "/deviceBatches")), Kind.USER);
        partner.device("SN-1", "Kiosk");

        assertThat(partner.run(Depth.ENDED)).isEmpty();

        assertThat(serials(fake.partners().devices())).containsExactly("SN-1");
        assertThat(posts()).hasSizeLessThanOrEqualTo(3);
        assertThat(posts().stream().distinct()).hasSize(1);
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void aRightThatIsMissingLeavesNothingInDoubt() throws LedgerException {
        start(Behaviour.DEFAULT.faults(Faults.once(Fault.FORBIDDEN, "POST", "/deviceBatches")), Kind.USER);
        partner.device("SN-1", "Kiosk");

        List<Unsettled> left = partner.run(Depth.ENDED);

        assertThat(left).extracting(Unsettled::why).containsExactly(Why.CREDENTIALS);
        assertThat(left.get(0).words()).contains("900150");
        assertThat(partner.ledger.unfinished()).isEmpty();
        assertThat(partner.run(Depth.ENDED)).isEmpty();
    }

    @Test
    void anAnswerThatStaysAwayLeavesADoubtThatTheNextRunClearsUp() throws LedgerException {
        List<Fault> never =
                IntStream.range(0, 8).mapToObj(i -> Fault.RESET_AFTER).toList();
        start(
                Behaviour.DEFAULT.faults(
                        Faults.inTurn(never, call -> call.method().equals("POST"))),
                Kind.USER);
        partner.device("SN-1", "Kiosk");

        assertThat(partner.run(Depth.ENDED)).extracting(Unsettled::why).containsExactly(Why.UNREACHABLE);
        assertThat(partner.ledger.unfinished()).hasSize(1);
        assertThat(partner.run(Depth.ENDED)).isEmpty();

        assertThat(serials(fake.partners().devices())).containsExactly("SN-1");
        assertThat(posts().stream().distinct()).hasSize(1);
        assertThat(fake.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void whereverItIsKilledEachDeviceIsRegisteredOnce(int lines) throws LedgerException {
        fake.partners().addBatch("Office");
        partner.device("SN-1", "Kiosk");
        partner.device("SN-2", "Kiosk");
        partner.device("SN-3", "Office");
        partner.ledger.killAfter(lines);

        assertThat(killed()).isTrue();
        partner.ledger.killAfter(Integer.MAX_VALUE);
        assertThat(partner.run(Depth.ENDED)).isEmpty();

        assertThat(serials(fake.partners().devices())).containsExactlyInAnyOrder("SN-1", "SN-2", "SN-3");
        assertThat(partner.ledger.fates().values()).hasSize(3).allMatch(Fate.Registered.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBatchThatTheListShowsLateIsAddedTo(boolean answers400) throws LedgerException {
        start(
                Behaviour.DEFAULT.delays(SLOW).switches(new Behaviour.Switches(false, false, false, answers400)),
                Kind.USER);
        partner.device("SN-1", "Kiosk");
        partner.run(Depth.SENT);
        Partner another = partner(Kind.USER);
        another.device("SN-2", "Kiosk");

        assertThat(another.run(Depth.ENDED)).isEmpty();
        another.close();

        assertThat(serials(fake.partners().devices())).containsExactly("SN-1", "SN-2");
        assertThat(fake.partners().batches()).containsExactly("Kiosk");
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void moreThanAThousandDevicesGoInParts() throws LedgerException {
        start(Behaviour.DEFAULT.delays(SLOW), Kind.USER);
        IntStream.range(0, 1001).forEach(i -> partner.device("SN-" + i, "Kiosk"));

        assertThat(partner.run(Depth.ENDED)).isEmpty();

        assertThat(fake.partners().jobs())
                .extracting(job -> job.devices().size())
                .containsExactly(500, 500, 1);
        assertThat(serials(fake.partners().devices())).hasSize(1001).doesNotHaveDuplicates();
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void oneDeviceThatSpoilsAPartIsFoundAndTheOthersAreSent() throws LedgerException {
        IntStream.range(0, 20).forEach(i -> partner.device("SN-" + i, "Kiosk"));
        UUID bad = partner.device(
                TestDevices.device("BAD").with(Field.HARDWARE_HASH, "no base64").with(Field.GROUP_TAG, "Kiosk"));
        IntStream.range(20, 40).forEach(i -> partner.device("SN-" + i, "Kiosk"));

        assertThat(partner.run(Depth.ENDED)).isEmpty();

        assertThat(code(bad)).isEqualTo("3000");
        assertThat(partner.ledger.fates().values().stream().filter(Fate.Registered.class::isInstance))
                .hasSize(40);
        assertThat(serials(fake.partners().devices())).hasSize(40).doesNotHaveDuplicates();
        assertThat(partner.ledger.unfinished()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {Partners.UNRELATED, "99999999-2222-4333-8444-555555555555"})
    void aCustomerOfSomebodyElseStopsTheRun(String customer) throws LedgerException {
        partner.device("SN-1", "Kiosk");

        List<Unsettled> left = partner.of(CustomerId.of(customer).orElseThrow()).run(Depth.ENDED);

        assertThat(left).hasSize(1);
        assertThat(left.get(0).words()).contains(customer);
        assertThat(posts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void throughManyFaultsAndKillsNothingIsLostOrDoubled(long seed) throws LedgerException {
        List<Fault> faults = List.of(
                Fault.THROTTLED_SECONDS,
                Fault.THROTTLED_BARE,
                Fault.UNAVAILABLE,
                Fault.BAD_GATEWAY_PAGE,
                Fault.RESET_BEFORE,
                Fault.RESET_AFTER,
                Fault.CUT_ANSWER,
                Fault.FAILED_AFTER,
                Fault.TIMED_OUT_AFTER,
                Fault.TOKENS_EXPIRE);
        start(Behaviour.DEFAULT.delays(SLOW).faults(Faults.seeded(seed, 30, faults)), Kind.USER);
        IntStream.range(0, 12).forEach(i -> partner.device("SN-" + i, i % 3 == 0 ? "Kiosk" : "Office"));

        for (int lines = 1; lines < 8; lines++) {
            partner.ledger.killAfter(lines);
            killed();
        }
        partner.ledger.killAfter(Integer.MAX_VALUE);
        for (int i = 0; i < 5 && partner.ledger.fates().size() < 12; i++) {
            partner.run(Depth.ENDED);
        }

        assertThat(partner.ledger.fates().values()).hasSize(12).allMatch(Fate.Registered.class::isInstance);
        assertThat(serials(fake.partners().devices())).hasSize(12).doesNotHaveDuplicates();
    }

    private boolean killed() {
        try {
            partner.run(Depth.ENDED);
            return false;
        } catch (LedgerException e) {
            return true;
        }
    }

    private void start(Behaviour behaviour, Kind kind) {
        close();
        fake = FakeMicrosoft.start(behaviour.clock(time));
        partner = partner(kind);
    }

    private Partner partner(Kind kind) {
        return new Partner(
                        fake.partnerCenter(),
                        time,
                        () -> fake.directory()
                                .issue(Audience.PARTNER_CENTER, kind)
                                .text(),
                        kind != Kind.APP)
                .of(CustomerId.of(Partners.CUSTOMER).orElseThrow());
    }

    /** The ids of all posts, in their order. */
    private List<String> posts() {
        return fake.requests().stream()
                .filter(seen -> seen.call().method().equals("POST"))
                .map(seen -> seen.call().header("MS-RequestId"))
                .toList();
    }

    private String code(UUID device) {
        return partner.ledger.fates().get(device) instanceof Fate.Refused refused ? refused.code() : "not refused";
    }

    private static List<String> serials(List<PartnerDevice> devices) {
        return devices.stream().map(PartnerDevice::serialNumber).toList();
    }

    private static DeviceRecord row(Map<Field, String> values) {
        return new DeviceRecord(values).with(Field.GROUP_TAG, "Kiosk");
    }

    private static String other(int number) {
        return SyntheticHash.of("SN-" + number).ek(number).text();
    }
}
