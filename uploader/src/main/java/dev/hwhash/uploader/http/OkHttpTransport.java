// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import dev.hwhash.uploader.report.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Sends reports by OkHttp: one request for an attempt, a second one only where the service takes no gzip. */
public final class OkHttpTransport implements Transport {

    /** More than any receipt or problem; a page that is longer is none. */
    private static final int LARGEST_ANSWER = 64 * 1024;

    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client;
    private final String userAgent;
    private final Clock clock;

    private OkHttpTransport(OkHttpClient client, String userAgent, Clock clock) {
        this.client = client;
        this.userAgent = userAgent;
        this.clock = clock;
    }

    /**
     * Makes a transport; connects to nothing yet.
     *
     * @param settings how a service is reached
     * @return a transport, to be closed
     * @throws UnusableSettingsException if the file of certificates cannot be used
     */
    public static OkHttpTransport of(TransportSettings settings) throws UnusableSettingsException {
        return new OkHttpTransport(Clients.of(settings), "hwhash/" + settings.agentVersion(), Clock.systemUTC());
    }

    @Override
    public Outcome send(Attempt attempt) {
        try {
            Answer answer = exchange(attempt, true);
            if (answer.status() == 415) {
                answer = exchange(attempt, false);
            }
            return new AnswerReading(attempt.report(), attempt.service(), clock.instant()).outcome(answer);
        } catch (IOException e) {
            return FailureWords.of(e, attempt.service().origin(), clock.instant());
        }
    }

    private Answer exchange(Attempt attempt, boolean compressed) throws IOException {
        Call call = client.newCall(request(attempt, compressed));
        Duration most = Duration.ofNanos(call.timeout().timeoutNanos());
        Duration deadline = attempt.deadline().compareTo(most) < 0 ? attempt.deadline() : most;
        call.timeout().timeout(Math.max(1, deadline.toMillis()), TimeUnit.MILLISECONDS);
        try (Response response = call.execute()) {
            return answer(response);
        }
    }

    private Request request(Attempt attempt, boolean compressed) throws IOException {
        Report report = attempt.report();
        Request.Builder request = new Request.Builder()
                .url(attempt.service().report(report.id()))
                .header("Authorization", attempt.token().authorization())
                .header("User-Agent", userAgent);
        if (compressed) {
            request.header("Content-Encoding", "gzip");
        }
        byte[] body = compressed ? gzip(report.body()) : report.body();
        return request.put(RequestBody.create(body, JSON)).build();
    }

    /** Compressed here rather than while it is sent: the length is then known, and no gateway meets chunks. */
    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        }
        return out.toByteArray();
    }

    private static Answer answer(Response response) throws IOException {
        BufferedSource source = response.body().source();
        boolean more = source.request(LARGEST_ANSWER + 1L);
        String body = source.readUtf8(Math.min(source.getBuffer().size(), LARGEST_ANSWER));
        return new Answer(
                response.code(),
                header(response, "Content-Type"),
                header(response, "Date"),
                header(response, "Retry-After"),
                header(response, "Location"),
                response.headers("Proxy-Authenticate"),
                body,
                !more);
    }

    private static String header(Response response, String name) {
        @Nullable String value = response.header(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
