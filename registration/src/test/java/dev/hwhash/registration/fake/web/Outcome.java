// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * What one request has come to, after its fault.
 *
 * @param reply what would be sent
 * @param way how much of it is
 */
record Outcome(Reply reply, Way way) {

    /** How much of an answer is sent. */
    enum Way {
        WHOLE,
        SLOWLY,
        HALF,
        NOTHING
    }

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    static Outcome of(Fault fault, Call call, Site site, Runnable expireTokens) {
        synchronized (site) {
            return switch (fault) {
                case NONE -> whole(site.answer(call));
                case TOKENS_EXPIRE -> {
                    expireTokens.run();
                    yield whole(site.answer(call));
                }
                case THROTTLED_SECONDS -> whole(site.failure(call, 429).with("Retry-After", "1"));
                case THROTTLED_DATE ->
                    whole(site.failure(call, 429)
                            .with("Retry-After", HTTP_DATE.format(Instant.now().plusSeconds(2))));
                case THROTTLED_BARE -> whole(site.failure(call, 429));
                case UNAVAILABLE -> whole(site.failure(call, 503));
                case UNAUTHORIZED -> whole(site.failure(call, 401));
                case FORBIDDEN -> whole(site.failure(call, 403));
                case BAD_GATEWAY_PAGE -> whole(page(502, "Bad Gateway"));
                case RESET_BEFORE -> new Outcome(Reply.empty(0), Way.NOTHING);
                case RESET_AFTER -> new Outcome(site.answer(call), Way.NOTHING);
                case CUT_ANSWER -> half(site.answer(call));
                case SLOW_ANSWER -> new Outcome(site.answer(call), Way.SLOWLY);
                case FAILED_AFTER -> after(call, site, site.failure(call, 500));
                case TIMED_OUT_AFTER -> after(call, site, page(504, "Gateway Timeout"));
            };
        }
    }

    /** A request that the site refuses is refused, whatever would have gone wrong later. */
    private static Outcome after(Call call, Site site, Reply failure) {
        Reply reply = site.answer(call);
        return whole(reply.status() < 300 ? failure : reply);
    }

    private static Outcome half(Reply reply) {
        return new Outcome(reply, reply.body().isEmpty() ? Way.NOTHING : Way.HALF);
    }

    private static Outcome whole(Reply reply) {
        return new Outcome(reply, Way.WHOLE);
    }

    private static Reply page(int status, String title) {
        String html = "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1></body></html>";
        return new Reply(status, Map.of("Content-Type", "text/html"), html);
    }

    int status() {
        return way == Way.NOTHING ? 0 : reply.status();
    }
}
