// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader;

import dev.hwhash.registration.retry.NextStep;
import dev.hwhash.registration.retry.Pace;
import dev.hwhash.registration.retry.RetryPolicy;
import dev.hwhash.uploader.http.Outcome;
import dev.hwhash.uploader.http.Transport;
import dev.hwhash.uploader.outbox.StoredReport;
import dev.hwhash.uploader.report.ServiceUrl;
import dev.hwhash.uploader.report.Token;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The attempts of one run, and what it has learnt of each service by them. */
final class Deliveries {

    /** No answer comes in less: an attempt with a shorter time would only be noise at the service. */
    private static final Duration SHORTEST_ATTEMPT = Duration.ofMillis(50);

    private final Transport transport;
    private final RetryPolicy policy;
    private final Run run;
    private final Deadline deadline;
    private final Pace pace;
    private final Map<ServiceUrl, Standing> standings = new HashMap<>();
    private final Map<Token, Outcome> refusedTokens = new HashMap<>();
    private boolean interrupted;

    Deliveries(Transport transport, RetryPolicy policy, Run run, Deadline deadline, Pace pace) {
        this.transport = transport;
        this.policy = policy;
        this.run = run;
        this.deadline = deadline;
        this.pace = pace;
    }

    Fate deliver(StoredReport stored, ServiceUrl service) {
        Standing standing = standings.computeIfAbsent(service, known -> new Standing());
        Optional<Fate> closed = standing.fate(stored);
        if (closed.isPresent()) {
            return closed.get();
        }
        Optional<Token> token = run.token(service);
        if (token.isEmpty()) {
            return Fates.kept(
                    stored,
                    Fate.Why.NO_TOKEN,
                    "there is no token for " + service.origin() + "; name its token file, then upload");
        }
        Outcome refusal = refusedTokens.get(token.get());
        if (refusal != null) {
            return Fates.of(stored, refusal);
        }
        if (timeIsUp()) {
            return Fates.untried(stored);
        }
        return attempts(stored, service, token.get(), standing);
    }

    private Fate attempts(StoredReport stored, ServiceUrl service, Token token, Standing standing) {
        RetryPolicy allowed = standing.policy(policy);
        for (int made = 1; ; made++) {
            Outcome outcome = transport.send(new Transport.Attempt(stored.report(), service, token, deadline.left()));
            interrupted |= Thread.interrupted();
            if (outcome instanceof Outcome.CredentialsRefused) {
                refusedTokens.put(token, outcome);
            }
            NextStep next = allowed.after(made, Fates.setback(outcome), retryAfter(outcome), pace.random());
            if (!(next instanceof NextStep.Delay delay)) {
                standing.note(outcome);
                return Fates.of(stored, outcome);
            }
            if (!pause(delay.time())) {
                return Fates.cutShort(stored, outcome);
            }
        }
    }

    /** Tells whether this thread was interrupted. Its flag is down meanwhile: no file could be read or written else. */
    boolean interrupted() {
        return interrupted;
    }

    private boolean timeIsUp() {
        return interrupted || deadline.left().compareTo(SHORTEST_ATTEMPT) < 0;
    }

    /** Returns false where the time would be up after the pause; then it is not even begun. */
    private boolean pause(Duration time) {
        if (deadline.left().minus(time).compareTo(SHORTEST_ATTEMPT) < 0) {
            return false;
        }
        try {
            pace.sleep(time);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        return !timeIsUp();
    }

    private static Optional<Duration> retryAfter(Outcome outcome) {
        return outcome instanceof Outcome.Unsettled unsettled ? unsettled.retryAfter() : Optional.empty();
    }
}
