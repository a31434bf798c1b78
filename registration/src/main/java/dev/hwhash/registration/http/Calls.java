// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.http;

import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.credential.AccessToken;
import dev.hwhash.registration.credential.AccessTokens;
import dev.hwhash.registration.credential.AccessTokens.Resource;
import dev.hwhash.registration.credential.SignInException;
import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.retry.Deadline;
import dev.hwhash.registration.retry.NextStep;
import dev.hwhash.registration.retry.Pace;
import dev.hwhash.registration.retry.RetryPolicy;
import java.time.Instant;
import java.util.Optional;

/**
 * Signed requests to one resource. A token that is refused is renewed once; what was throttled or did not arrive is sent
 * again, and what may have arrived only where that is harmless. Thread-safe.
 */
public final class Calls {

    private static final int UNAUTHORIZED = 401;

    private final Connection connection;
    private final AccessTokens tokens;
    private final Resource resource;
    private final RetryPolicy policy;
    private final Pace pace;

    /**
     * Makes them; connects to nothing yet.
     *
     * @param connection the way
     * @param tokens who asks
     * @param resource who is asked
     * @param policy when to try again
     * @param pace by which time passes
     */
    public Calls(Connection connection, AccessTokens tokens, Resource resource, RetryPolicy policy, Pace pace) {
        this.connection = connection;
        this.tokens = tokens;
        this.resource = resource;
        this.policy = policy;
        this.pace = pace;
    }

    /**
     * Returns who is asked.
     *
     * @return the endpoint for requests of these calls
     * @throws SignInException if the cloud has no such resource
     */
    public Endpoint endpoint() throws SignInException {
        return tokens.endpoint(resource);
    }

    /**
     * Sends a request until it has an answer that counts.
     *
     * @param request to {@link #endpoint}
     * @param deadline when to give up
     * @return what has come of it; no failure is thrown
     */
    public Reply send(Request request, Deadline deadline) {
        boolean mayHaveArrived = false;
        for (int made = 1; ; made++) {
            Trial trial = trial(request, deadline);
            if (!(trial.reply() instanceof Reply.Failed failed)) {
                return trial.reply();
            }
            mayHaveArrived |= failed.mayHaveArrived();
            NextStep next = policy.after(made, trial.setback(), trial.retryAfter(), pace.random());
            if (!(next instanceof NextStep.Delay delay) || !deadline.pause(delay.time())) {
                return new Reply.Failed(failed.why(), failed.words(), mayHaveArrived);
            }
        }
    }

    /** One attempt, two where the token did not count any more. */
    private Trial trial(Request request, Deadline deadline) {
        try {
            AccessToken token = tokens.token(resource, deadline.left());
            Answer answer = exchange(request, token, deadline);
            if (answer.status() == UNAUTHORIZED) {
                answer = exchange(request, tokens.renewed(resource, token, deadline.left()), deadline);
            }
            return AnswerReading.of(answer, request, Instant.now());
        } catch (SignInException e) {
            return switch (e.kind()) {
                case REFUSED -> Trial.lasting(Why.CREDENTIALS, e.getMessage());
                case DEADLINE -> Trial.lasting(Why.DEADLINE, e.getMessage());
                case UNREACHABLE -> Trial.passing(e.getMessage(), false, Optional.empty());
            };
        } catch (NoAnswerException e) {
            return switch (e.kind()) {
                case NEEDS_MENDING -> Trial.lasting(Why.NEEDS_MENDING, e.getMessage());
                case UNREACHABLE -> Trial.passing(e.getMessage(), false, Optional.empty());
                case BROKEN_OFF -> Trial.unknown(request, e.getMessage(), Optional.empty());
            };
        }
    }

    private Answer exchange(Request request, AccessToken token, Deadline deadline) throws NoAnswerException {
        String authorization = token.authorization(request.endpoint().origin());
        return connection.send(request, Optional.of(authorization), deadline.left());
    }
}
