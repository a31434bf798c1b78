// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.service.Bodies;
import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.intake.Answer;
import dev.hwhash.service.intake.Intake;
import dev.hwhash.service.intake.Judgement;
import dev.hwhash.service.intake.RefusalKind;
import dev.hwhash.service.intake.Submission;
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

/** Groups of reports in a real database. */
class GroupWriterTest {

    @TempDir
    Path folder;

    private Database database;
    private GroupWriter writer;
    private SqlTokens tokens;
    private long token;
    private String client = "192.0.2.1";

    @BeforeEach
    void open() {
        database = Database.open(TestDatabase.at(folder.resolve("test.db")));
        writer = new GroupWriter(database, Clock.systemUTC());
        tokens = new SqlTokens(database);
        token = token(OptionalLong.empty());
    }

    @AfterEach
    void close() {
        writer.close();
        database.close();
    }

    @Test
    void twoReportsOfOneDeviceAreOneDeviceWithAHistory() {
        store(report("HWHASH-0001"), report("HWHASH-0001"), report("HWHASH-0002"));
        store(report("HWHASH-0001"));
        assertThat(number("SELECT count(*) FROM report")).isEqualTo(4);
        assertThat(number("SELECT count(*) FROM device")).isEqualTo(2);
        assertThat(number("SELECT count(*) FROM identifier")).isEqualTo(6);
    }

    @Test
    void theNewestFactsStandInTheDeviceWhateverTheOrder() {
        store(dated("2026-01-15T10:00:00Z", "new"), dated("2025-01-15T10:00:00Z", "old"));
        assertThat(text("SELECT group_tag FROM device")).isEqualTo("new");
        store(report("HWHASH-0001"));
        assertThat(text("SELECT group_tag FROM device"))
                .as("a silent report keeps what people entered")
                .isEqualTo("new");
    }

    @Test
    void aDeviceTellsByWhichTokenAndFromWhereItsLastReportCameWhicheverIsNewest() {
        store(dated("2026-01-15T10:00:00Z", "new"));
        assertThat(text("SELECT token || ' ' || client FROM device")).isEqualTo("1 192.0.2.1");
        token = token(OptionalLong.empty());
        client = "2001:db8::7";
        store(dated("2025-01-15T10:00:00Z", "old"));
        assertThat(text("SELECT token || ' ' || client FROM device")).isEqualTo("2 2001:db8::7");
        client = "192.0.2.9";
        store(dated("2026-02-15T10:00:00Z", "newer"));
        assertThat(text("SELECT token || ' ' || client FROM device")).isEqualTo("2 192.0.2.9");
        assertThat(text("SELECT string_agg(token || ' ' || client, ', ' ORDER BY id) FROM report"))
                .isEqualTo("1 192.0.2.1, 2 2001:db8::7, 2 192.0.2.9");
    }

    @Test
    void anotherTpmIsAnotherDeviceWithAFlag() {
        store(report("HWHASH-0001"));
        String other = SyntheticHash.of("HWHASH-0001").ek(99).text();
        store(submission(Bodies.report("HWHASH-0001", other)));
        assertThat(number("SELECT count(*) FROM device")).isEqualTo(2);
        assertThat(text("SELECT flags FROM device WHERE id = 2")).contains("device-two-tpms:1");
    }

    @Test
    void usesAreCountedWithinAGroup() {
        token = token(OptionalLong.of(2));
        Submission again = report("HWHASH-0001");
        List<Answer> answers = store(again, again, report("HWHASH-0002"), report("HWHASH-0003"), again);
        assertThat(answers.subList(0, 3)).allMatch(Answer.Receipt.class::isInstance);
        assertThat(((Answer.Refused) answers.get(3)).refusal().kind()).isEqualTo(RefusalKind.TOKEN_USED_UP);
        assertThat(answers.get(4)).isInstanceOf(Answer.Receipt.class);
        assertThat(number("SELECT uses FROM token WHERE id = 2")).isEqualTo(2);
    }

    @Test
    void aTokenThatIsRevokedMeanwhileBringsNothingIn() {
        Submission waiting = report("HWHASH-0001");
        tokens.revoke(token, Actor.SERVICE, Instant.now());
        assertThat(((Answer.Refused) store(waiting).get(0)).refusal().kind()).isEqualTo(RefusalKind.TOKEN_REFUSED);
        assertThat(number("SELECT count(*) FROM report")).isZero();
    }

    @Test
    void oneReportThatBreaksDoesNotTakeTheOthersAlong() {
        database.jdbi()
                .useHandle(handle -> handle.execute(TestDatabase.say(
                        "CREATE TRIGGER broken BEFORE INSERT ON report"
                                + " WHEN NEW.serial_number = 'HWHASH-0002' BEGIN SELECT RAISE(ABORT, 'broken'); END",
                        "ALTER TABLE report ADD CHECK (serial_number <> 'HWHASH-0002')")));
        List<Answer> answers = store(report("HWHASH-0001"), report("HWHASH-0002"), report("HWHASH-0003"));
        assertThat(answers.get(0)).isInstanceOf(Answer.Receipt.class);
        assertThat(((Answer.Refused) answers.get(1)).refusal().kind()).isEqualTo(RefusalKind.DEFECT);
        assertThat(answers.get(2)).isInstanceOf(Answer.Receipt.class);
        assertThat(number("SELECT count(*) FROM device")).isEqualTo(2);
    }

    private Submission report(String serial) {
        return submission(Bodies.report(serial));
    }

    private Submission dated(String time, String tag) {
        String hash = SyntheticHash.of("HWHASH-0001").time(Instant.parse(time)).text();
        return submission(
                Bodies.with(java.util.Map.of("serialNumber", "HWHASH-0001", "hardwareHash", hash, "groupTag", tag)));
    }

    private Submission submission(byte[] body) {
        Judgement judgement = Intake.judge(UUID.randomUUID(), body);
        return new Submission(((Judgement.Accepted) judgement).report(), token, client);
    }

    private List<Answer> store(Submission... group) {
        return writer.store(List.of(group));
    }

    private long token(OptionalLong limit) {
        return tokens.add(
                new NewToken(TokenKind.ENROLMENT, "", Optional.empty(), limit),
                TokenHash.of(UUID.randomUUID().toString()),
                Actor.SERVICE,
                Instant.now());
    }

    private long number(String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private String text(String sql) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).one());
    }
}
