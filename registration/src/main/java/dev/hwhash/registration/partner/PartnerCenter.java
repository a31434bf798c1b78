// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.http.Answer;
import dev.hwhash.registration.http.Calls;
import dev.hwhash.registration.http.Reply;
import dev.hwhash.registration.http.Request;
import dev.hwhash.registration.http.Request.Method;
import dev.hwhash.registration.retry.Deadline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Partner Center during one run: requests with its headers, answers as JSON.
 *
 * @see <a href="https://learn.microsoft.com/partner-center/developer/headers">Partner Center REST headers</a>
 */
final class PartnerCenter {

    private static final String REQUEST_ID = "MS-RequestId";
    private static final String CONTINUATION = "MS-ContinuationToken";

    private final Calls calls;
    private final Endpoint endpoint;
    private final CustomerId customer;
    private final Deadline deadline;
    private final UUID correlation = UUID.randomUUID();

    PartnerCenter(Calls calls, Endpoint endpoint, CustomerId customer, Deadline deadline) {
        this.calls = calls;
        this.endpoint = endpoint;
        this.customer = customer;
        this.deadline = deadline;
    }

    /**
     * Posts devices; again under the same id where no answer came.
     *
     * @param path what comes after the endpoint
     * @param body JSON
     * @param id of the shipment
     */
    Posted post(String path, String body, UUID id) {
        Request request = signed(Request.of(Method.POST, endpoint, path, body));
        Reply reply = calls.send(request.repeatableBy(REQUEST_ID, id.toString()), deadline);
        if (reply instanceof Reply.Failed failed) {
            return new Posted.Unanswered(new Trouble(failed.why(), failed.words()), failed.mayHaveArrived());
        }
        Answer answer = ((Reply.Answered) reply).answer();
        if (!isGood(answer)) {
            return new Posted.Objected(ErrorAnswer.of(answer));
        }
        return new Posted.Taken(tracking(answer.header("Location")));
    }

    /**
     * Reads one object.
     *
     * @param path what comes after the endpoint
     * @return empty where Partner Center says that it is not there
     * @throws StoppedException if it gives another answer, or none
     */
    Optional<JsonNode> read(String path) throws StoppedException {
        return read(path, Optional.empty());
    }

    /**
     * Reads the items of all pages of a list.
     *
     * @param path what comes after the endpoint
     * @return empty where Partner Center says that there is no such list
     * @throws StoppedException if it gives another answer, or none
     */
    Optional<List<JsonNode>> readAll(String path) throws StoppedException {
        List<JsonNode> items = new ArrayList<>();
        Set<String> tokens = new HashSet<>();
        Optional<String> token = Optional.empty();
        do {
            Optional<JsonNode> page = read(path, token);
            if (page.isEmpty()) {
                return Optional.empty();
            }
            JsonNode list = page.get().path("items");
            if (!list.isArray()) {
                throw new StoppedException(unreadable(path));
            }
            list.forEach(items::add);
            token = Optional.of(Json.text(page.get(), "continuationToken")).filter(text -> !text.isBlank());
        } while (token.isPresent() && tokens.add(token.get()));
        return Optional.of(items);
    }

    private Optional<JsonNode> read(String path, Optional<String> token) throws StoppedException {
        Request plain = signed(Request.of(Method.GET, endpoint, path))
                .with(REQUEST_ID, UUID.randomUUID().toString());
        Request request = token.map(text -> plain.with(CONTINUATION, text)).orElse(plain);
        Reply reply = calls.send(request, deadline);
        if (reply instanceof Reply.Failed failed) {
            throw new StoppedException(new Trouble(failed.why(), failed.words()));
        }
        Answer answer = ((Reply.Answered) reply).answer();
        if (isGood(answer)) {
            return Optional.of(Json.read(answer).orElseThrow(() -> new StoppedException(unreadable(path))));
        }
        ErrorAnswer error = ErrorAnswer.of(answer);
        if (error.isNotFound()) {
            return Optional.empty();
        }
        throw new StoppedException(trouble(error));
    }

    /** Returns where a job is; empty where that is none of this customer's jobs here. */
    Optional<Tracking> tracking(String location) {
        return Tracking.read(location, endpoint, customer);
    }

    /** Returns what an objection means for the run. */
    Trouble trouble(ErrorAnswer error) {
        return ErrorWords.of(error, customer);
    }

    /** Returns what an answer means that cannot be read. */
    Trouble unreadable(String path) {
        return new Trouble(
                Why.UNREACHABLE,
                endpoint.origin() + " answers GET " + path
                        + " with something else than Partner Center would; look for a proxy or gateway between, or"
                        + " correct the endpoint");
    }

    private Request signed(Request request) {
        return request.with("MS-CorrelationId", correlation.toString())
                .with("MS-Contract-Version", "v1")
                .with("X-Locale", "en-US")
                .with("MS-PartnerCenter-Application", "hwhash");
    }

    private static boolean isGood(Answer answer) {
        return answer.status() >= 200 && answer.status() < 300;
    }
}
