// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** The way to Graph, Partner Center and the token endpoint: one request in, one answer out. Thread-safe. */
public final class Connection implements AutoCloseable {

    /** A page of a list has some hundred KiB at most. */
    private static final int LARGEST_ANSWER = 16 * 1024 * 1024;

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
     * Returns the client, for a library that makes its own requests.
     *
     * @return follows no redirect and repeats nothing
     */
    public OkHttpClient client() {
        return client;
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
        Duration most = Duration.ofMillis(client.callTimeoutMillis());
        try {
            return Exchange.of(
                    client.newCall(made(request, authorization)),
                    deadline.compareTo(most) < 0 ? deadline : most,
                    LARGEST_ANSWER);
        } catch (IOException e) {
            throw failures.read(e, request.endpoint().origin());
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
