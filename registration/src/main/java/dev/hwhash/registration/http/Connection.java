// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.http;

import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.endpoint.Origin;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;

/** The way to Graph, Partner Center and the token endpoint: one request in, one answer out. Thread-safe. */
public final class Connection implements AutoCloseable {

    /** A page of a list has some hundred KiB at most. */
    private static final int LARGEST_ANSWER = 16 * 1024 * 1024;

    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

    private final OkHttpClient client;
    private final FailureReading failures;
    private final String userAgent;

    /**
     * Makes a way; connects to nothing yet.
     *
     * @param client made of {@link BareClient}; closed with this
     * @param failures what a failure of it means
     * @param userAgent what this program calls itself
     */
    public Connection(OkHttpClient client, FailureReading failures, String userAgent) {
        this.client = client;
        this.failures = failures;
        this.userAgent = userAgent;
    }

    /**
     * Sends a request once.
     *
     * @param request what is sent
     * @param authorization the value of its Authorization header; empty: none
     * @param deadline how long to wait in all
     * @return what came back, whoever sent it
     * @throws NoAnswerException if nothing came back
     */
    public Answer send(Request request, Optional<String> authorization, Duration deadline) throws NoAnswerException {
        return send(made(request, authorization), request.endpoint().origin(), deadline);
    }

    /**
     * Sends a form once, as a library has made it.
     *
     * @param endpoint who gets it
     * @param path what comes after the endpoint's prefix, percent-encoded; begins with a slash
     * @param headers beside Content-Type and User-Agent
     * @param form the body (application/x-www-form-urlencoded)
     * @param deadline how long to wait in all
     * @return what came back, whoever sent it
     * @throws NoAnswerException if nothing came back
     */
    public Answer post(Endpoint endpoint, String path, Map<String, String> headers, String form, Duration deadline)
            throws NoAnswerException {
        okhttp3.Request.Builder made = new okhttp3.Request.Builder().url(endpoint + path);
        headers.forEach(made::header);
        made.header("User-Agent", userAgent).post(RequestBody.create(form, FORM));
        return send(made.build(), endpoint.origin(), deadline);
    }

    private Answer send(okhttp3.Request request, Origin origin, Duration deadline) throws NoAnswerException {
        Duration most = Duration.ofMillis(client.callTimeoutMillis());
        try {
            return Exchange.of(client.newCall(request), deadline.compareTo(most) < 0 ? deadline : most, LARGEST_ANSWER);
        } catch (IOException e) {
            throw failures.read(e, origin);
        }
    }

    private okhttp3.Request made(Request request, Optional<String> authorization) {
        okhttp3.Request.Builder made = new okhttp3.Request.Builder()
                .url(request.endpoint() + request.path())
                .header("Accept", "application/json")
                .header("User-Agent", userAgent);
        request.headers().forEach(made::header);
        authorization.ifPresent(value -> made.header("Authorization", value));
        boolean bare = request.body().isEmpty() && request.method() != Request.Method.POST;
        return made.method(request.method().name(), bare ? null : new OneShotBody(request.bytes()))
                .build();
    }

    /** Closes idle connections and breaks off what is under way. */
    @Override
    public void close() {
        BareClient.close(client);
    }
}
