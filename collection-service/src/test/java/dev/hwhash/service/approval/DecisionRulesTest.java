// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.hash.SyntheticHash;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands against an order, without a database. */
class DecisionRulesTest {

    private static final Instant AT = Instant.parse("2026-01-15T10:00:00Z");
    private static final String CONTENT = "0".repeat(64);
    private static final LastReport LAST = new LastReport(5, "last", AT);
    private static final DeviceRecord REPORT = new DeviceRecord(Map.of(
            Field.SERIAL_NUMBER,
            "SN-1",
            Field.HARDWARE_HASH,
            SyntheticHash.of("SN-1").text()));
    private static final DeviceRecord WITHOUT_HASH =
            new DeviceRecord(Map.of(Field.SERIAL_NUMBER, "SN-1", Field.MANUFACTURER, "Contoso", Field.MODEL, "Book 3"));

    private static Order order(Verdict verdict, Assignment assignment, long seen, long decision) {
        return new Order(1, verdict, "report", CONTENT, assignment, new Sight(seen, decision));
    }

    private static Standing standing(DeviceState state, Optional<Decision> decision) {
        return new Standing(state, LAST, decision, REPORT);
    }

    private static Decision decision(long id, Verdict verdict, Assignment assignment) {
        return new Decision(id, verdict, "report", CONTENT, assignment, "kim", AT);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void nothingStandsAgainstAnOrderOfWhoSawAllThereIs(Verdict verdict) {
        Standing standing = standing(DeviceState.PENDING, Optional.empty());
        assertThat(DecisionRules.obstacle(order(verdict, Assignment.NONE, 5, 0), standing))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4, 6})
    void anotherLastReportThanTheOneSeenSupersedes(long seen) {
        Standing standing = standing(DeviceState.PENDING, Optional.empty());
        assertThat(DecisionRules.obstacle(order(Verdict.APPROVED, Assignment.NONE, seen, 0), standing))
                .contains(new Outcome.Superseded("last", AT));
    }

    @Test
    void aDecisionThatWasNotSeenStandsAgainstAllButTheSame() {
        Decision other = decision(7, Verdict.APPROVED, Assignment.of("Tag", ""));
        Standing standing = standing(DeviceState.APPROVED, Optional.of(other));
        assertThat(DecisionRules.obstacle(order(Verdict.REJECTED, Assignment.NONE, 5, 6), standing))
                .contains(new Outcome.AlreadyDecided(other));
        assertThat(DecisionRules.obstacle(order(Verdict.APPROVED, Assignment.of("Tag", ""), 4, 0), standing))
                .as("the same, whatever was seen")
                .contains(new Outcome.Taken(other, false));
        assertThat(DecisionRules.obstacle(order(Verdict.APPROVED, Assignment.of("Else", ""), 5, 7), standing))
                .as("seen, and decided anew")
                .isEmpty();
    }

    @Test
    void theSameOrderCountsAnewOnceTheDeviceIsPendingAgain() {
        Decision before = decision(7, Verdict.APPROVED, Assignment.NONE);
        Standing standing = standing(DeviceState.PENDING, Optional.of(before));
        assertThat(DecisionRules.obstacle(order(Verdict.APPROVED, Assignment.NONE, 5, 7), standing))
                .isEmpty();
        assertThat(DecisionRules.obstacle(order(Verdict.APPROVED, Assignment.NONE, 4, 7), standing))
                .containsInstanceOf(Outcome.Superseded.class);
    }

    @Test
    void aReportWithoutHashIsRegisteredAtPartnerCenterWhichAsksForNoUser() {
        assertThat(DecisionRules.lack(WITHOUT_HASH, Assignment.of("Tag", "nobody")))
                .isEmpty();
        assertThat(DecisionRules.lack(REPORT, Assignment.of("Tag", "nobody"))).isPresent();
        DeviceRecord nameless = new DeviceRecord(Map.of(Field.SERIAL_NUMBER, "SN-1"));
        assertThat(DecisionRules.lack(nameless, Assignment.NONE)).isPresent();
    }

    @Test
    void whatCannotBeRegisteredCanStillBeRejected() {
        DeviceRecord nameless = new DeviceRecord(Map.of(Field.SERIAL_NUMBER, "SN-1"));
        Standing standing = new Standing(DeviceState.PENDING, LAST, Optional.empty(), nameless);
        assertThat(DecisionRules.obstacle(order(Verdict.APPROVED, Assignment.NONE, 5, 0), standing))
                .containsInstanceOf(Outcome.NotRegistrable.class);
        assertThat(DecisionRules.obstacle(order(Verdict.REJECTED, Assignment.of("dropped", ""), 5, 0), standing))
                .isEmpty();
    }
}
