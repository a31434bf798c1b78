// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.intake.Answer;
import dev.hwhash.service.intake.DeviceMatch;
import dev.hwhash.service.intake.Freshness;
import dev.hwhash.service.intake.KnownDevice;
import dev.hwhash.service.intake.RefusalKind;
import dev.hwhash.service.intake.Report;
import dev.hwhash.service.intake.Submission;
import dev.hwhash.service.store.StoredRows.Earlier;
import dev.hwhash.service.token.Token;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is done for the reports of a group, between begin and commit. Used by one thread. */
final class ReportTransaction {

    private final Clock clock;
    private final Statements statements;
    private final GroupLook look;
    private final ReportRows reports;
    private final DeviceRows devices;
    private final TokenRows tokens;
    private final Numbering numbers;
    private Instant now = Instant.EPOCH;

    ReportTransaction(Connection connection, Dialect dialect, Clock clock) throws SQLException {
        this.clock = clock;
        statements = new Statements(connection);
        // In this order rows refer to others.
        devices = new DeviceRows(statements);
        reports = new ReportRows(statements);
        look = GroupLook.of(connection, statements, dialect);
        tokens = new TokenRows(statements);
        numbers = Numbering.of(connection, dialect);
    }

    void begin(List<Submission> group) throws SQLException {
        statements.clear();
        numbers.begin(group);
        look.begin(group);
        // Not before: who waited for others stores what is later than theirs.
        now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        tokens.begin();
    }

    void end() throws SQLException {
        statements.insert();
        tokens.end();
    }

    /** Stores one report, unless it is there or its token may not. */
    Answer store(Submission submission) throws SQLException {
        Report report = submission.report();
        Optional<Token> token = tokens.find(submission.token());
        if (token.isEmpty() || !token.get().isValid(now)) {
            return Answer.Refused.of(RefusalKind.TOKEN_REFUSED, "the token is not taken");
        }
        // Before the uses are counted: an agent whose receipt was lost must get it, used up or not.
        Optional<Earlier> earlier = look.report(report.id());
        if (earlier.isPresent()) {
            return again(submission, earlier.get());
        }
        if (tokens.isUsedUp(token.get())) {
            return Answer.Refused.of(
                    RefusalKind.TOKEN_USED_UP,
                    "the token has brought in the " + token.get().useLimit().orElse(0)
                            + " reports that it may; ask for another token");
        }
        insert(submission);
        tokens.use(submission.token());
        return new Answer.Receipt(report.id(), report.content(), now, true);
    }

    private static Answer again(Submission submission, Earlier earlier) {
        Report report = submission.report();
        boolean same = earlier.token() == submission.token()
                && earlier.content().equals(report.content().hex());
        return same
                ? new Answer.Receipt(report.id(), report.content(), earlier.receivedAt(), false)
                : Answer.Refused.of(
                        RefusalKind.CONTENT_DIFFERS,
                        "the id " + report.id() + " is taken by another report; send this one under a new id");
    }

    private void insert(Submission submission) throws SQLException {
        Report report = submission.report();
        DeviceMatch match = DeviceMatch.of(report.identity(), look.candidates(report.identity()));
        List<String> flags = new ArrayList<>(report.flags());
        flags.addAll(match.flags());
        DeviceRows.Facts facts = new DeviceRows.Facts(
                submission,
                numbers.nextReport(),
                now,
                report.capture().flatMap(made -> made.believableTime(now)),
                String.join(" ", flags));
        reports.insert(device(match.device(), facts), facts);
    }

    private long device(Optional<KnownDevice> known, DeviceRows.Facts facts) throws SQLException {
        if (known.isEmpty()) {
            long id = numbers.nextDevice();
            devices.insert(id, facts);
            return id;
        }
        long id = known.get().id();
        if (Freshness.isNewer(facts.capturedAt(), known.get().capturedAt())) {
            devices.replace(id, facts);
        } else {
            devices.fillIn(id, facts);
        }
        return id;
    }
}
