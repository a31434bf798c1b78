// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.service.Bodies;
import dev.hwhash.service.approval.DeviceState;
import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.intake.Intake;
import dev.hwhash.service.intake.Judgement;
import dev.hwhash.service.intake.Submission;
import dev.hwhash.service.search.BoardChange;
import dev.hwhash.service.search.BoardChange.Mark;
import dev.hwhash.service.search.Conflict;
import dev.hwhash.service.search.DeviceDetails;
import dev.hwhash.service.search.Origin;
import dev.hwhash.service.token.NewToken;
import dev.hwhash.service.token.TokenHash;
import dev.hwhash.service.token.TokenKind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One device from a real database, stored by reports. */
class SqlDetailsTest {

    private static final String SERIAL = "HWHASH-0001";

    @TempDir
    Path folder;

    private Database database;
    private GroupWriter writer;
    private ReadOnlyDatabase reading;
    private long token;

    @BeforeEach
    void open() {
        Path file = folder.resolve("test.db");
        database = Database.open(TestDatabase.at(file));
        writer = new GroupWriter(database, Clock.systemUTC());
        reading = ReadOnlyDatabase.open(TestDatabase.at(file));
        token = new SqlTokens(database)
                .add(
                        new NewToken(TokenKind.ENROLMENT, "classroom", Optional.empty(), OptionalLong.empty()),
                        TokenHash.of("secret"),
                        Actor.SERVICE,
                        Instant.EPOCH);
    }

    @AfterEach
    void close() {
        reading.close();
        writer.close();
        database.close();
    }

    @Test
    void aDeviceTellsItsStateAndByWhichWayItsReportsCame() {
        store(Bodies.report(SERIAL));
        Origin origin = new Origin(token, "classroom", Optional.of("192.0.2.1"));
        assertThat(device(1).summary().state()).isEqualTo(DeviceState.PENDING);
        assertThat(device(1).summary().origin()).contains(origin);
        assertThat(device(1).reports()).extracting(report -> report.origin()).containsExactly(origin);
    }

    @Test
    void twoTpmsOnOneBoardAreAConflictOnBothPages() {
        store(Bodies.report(SERIAL));
        store(Bodies.report(SERIAL, SyntheticHash.of(SERIAL).ek(99).text()));
        assertConflict(device(1), 2);
        assertConflict(device(2), 1);
    }

    @Test
    void aBoardThatWasReplacedUnderItsSerialNumberIsToldOnBothPages() {
        store(Bodies.report(SERIAL));
        store(Bodies.report(
                SERIAL, SyntheticHash.of(SERIAL).ek(99).uuid(new UUID(9, 9)).text()));
        for (long id = 1; id <= 2; id++) {
            BoardChange change = device(id).boardChanges().get(0);
            assertThat(device(id).boardChanges()).hasSize(1);
            assertThat(change.before().device()).isEqualTo(1);
            assertThat(change.after().device()).isEqualTo(2);
            assertThat(change.differs()).containsExactlyInAnyOrder(Mark.TPM, Mark.SMBIOS_UUID);
        }
    }

    @Test
    void aDeviceThatReportsAgainHasNeitherConflictsNorChanges() {
        store(Bodies.report(SERIAL));
        store(Bodies.report("HWHASH-0002"));
        store(Bodies.report(SERIAL));
        assertThat(device(1).reports()).hasSize(2);
        assertThat(device(1).conflicts()).isEmpty();
        assertThat(device(1).boardChanges()).isEmpty();
    }

    private static void assertConflict(DeviceDetails device, long other) {
        assertThat(device.conflicts()).hasSize(1);
        Conflict conflict = device.conflicts().get(0);
        assertThat(conflict.rule()).isEqualTo("device-two-tpms");
        assertThat(conflict.other().id()).isEqualTo(other);
    }

    private DeviceDetails device(long id) {
        return new SqlDirectory(reading).device(id).orElseThrow();
    }

    private void store(byte[] body) {
        Judgement judgement = Intake.judge(UUID.randomUUID(), body);
        writer.store(List.of(new Submission(((Judgement.Accepted) judgement).report(), token, "192.0.2.1")));
    }
}
