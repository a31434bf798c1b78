// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.credential.SignInException;
import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.graph.GraphAnswer.Done;
import dev.hwhash.registration.graph.GraphAnswer.Refusal;
import dev.hwhash.registration.http.Calls;
import dev.hwhash.registration.http.Reply;
import dev.hwhash.registration.http.Request;
import dev.hwhash.registration.http.Request.Method;
import dev.hwhash.registration.retry.Deadline;
import dev.hwhash.registration.retry.Pace;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Graph as the registrars use it: JSON in and out, writes as fast as Intune takes them. Not thread-safe. */
final class Graph {

    private static final int NOT_FOUND = 404;

    private final Calls calls;
    private final Pace pace;
    private final WriteWindow window = WriteWindow.ofIntune();

    Graph(Calls calls, Pace pace) {
        this.calls = calls;
        this.pace = pace;
    }

    /** Returns what is there; empty for a 404. */
    Optional<JsonNode> find(String path, Deadline deadline) throws GraphException {
        GraphAnswer answer = send(Request.of(Method.GET, endpoint(), path), deadline);
        if (answer instanceof Done done) {
            return Optional.of(done.body());
        }
        Refusal refusal = (Refusal) answer;
        if (refusal.status() == NOT_FOUND) {
            return Optional.empty();
        }
        throw refused(refusal);
    }

    /** Reads once, whatever comes of it. */
    GraphAnswer get(String path, Deadline deadline) throws GraphException {
        return send(Request.of(Method.GET, endpoint(), path), deadline);
    }

    /** Asks for something that must not be done twice unseen. */
    GraphAnswer post(String path, JsonNode body, Deadline deadline) throws GraphException {
        return write(Request.of(Method.POST, endpoint(), path, body.toString()), deadline);
    }

    /** Asks for something that is the same when it is done twice. */
    GraphAnswer change(String path, JsonNode body, Deadline deadline) throws GraphException {
        Optional<String> json = Optional.of(body.toString());
        return write(new Request(Method.POST, endpoint(), path, Map.of(), json, true), deadline);
    }

    /** Removes; what is not there any more is removed as well. */
    GraphAnswer delete(String path, Deadline deadline) throws GraphException {
        GraphAnswer answer = write(Request.of(Method.DELETE, endpoint(), path), deadline);
        boolean gone = answer instanceof Refusal refusal && refusal.status() == NOT_FOUND;
        return gone ? new Done(Json.MISSING) : answer;
    }

    /** Returns how long the next write would have to wait. */
    Duration delayOfWrite() {
        return window.delay(pace.nanos());
    }

    Endpoint endpoint() throws GraphException {
        try {
            return calls.endpoint();
        } catch (SignInException e) {
            throw new GraphException(Why.NEEDS_MENDING, e.getMessage(), false);
        }
    }

    static GraphException refused(Refusal refusal) {
        return new GraphException(
                Why.NEEDS_MENDING,
                "Graph answers " + refusal.status() + " " + refusal.code() + ": " + refusal.words()
                        + "; check that this tenant has Intune, and the endpoint",
                false);
    }

    private GraphAnswer write(Request request, Deadline deadline) throws GraphException {
        Duration delay = delayOfWrite();
        if (!delay.isZero() && !deadline.pause(delay)) {
            throw new GraphException(Why.DEADLINE, "the time was up before Intune would take another change", false);
        }
        try {
            return send(request, deadline);
        } finally {
            window.wrote(pace.nanos());
        }
    }

    private GraphAnswer send(Request request, Deadline deadline) throws GraphException {
        Request traced = request.with("client-request-id", UUID.randomUUID().toString());
        Reply reply = calls.send(traced, deadline);
        if (reply instanceof Reply.Failed failed) {
            boolean timeIsUp = failed.why() == Why.UNREACHABLE && deadline.over();
            throw new GraphException(timeIsUp ? Why.DEADLINE : failed.why(), failed.words(), failed.mayHaveArrived());
        }
        return AnswerWords.of(((Reply.Answered) reply).answer(), request);
    }
}
