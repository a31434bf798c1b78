// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import dev.hwhash.registration.http.Answer;
import dev.hwhash.registration.http.BareClient;
import dev.hwhash.registration.http.Exchange;
import dev.hwhash.registration.http.OneShotBody;
import dev.hwhash.uploader.report.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Sends reports by OkHttp: one request for an attempt, a second one only where the service takes no gzip. */
public final class OkHttpTransport implements Transport {

    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    /** More than any receipt or problem; a page that is longer is none. */
    private static final int LARGEST_ANSWER = 64 * 1024;

    private final OkHttpClient client;
    private final ShownNames names;
    private final String userAgent;
    private final Clock clock;

    private OkHttpTransport(OkHttpClient client, ShownNames names, String userAgent) {
        this.client = client;
        this.names = names;
        this.userAgent = userAgent;
        this.clock = Clock.systemUTC();
    }

    /**
     * Makes a transport; connects to nothing yet.
     *
     * @param settings how a service is reached
     * @return a transport, to be closed
     * @throws UnusableSettingsException if the file of certificates cannot be used
     */
    public static OkHttpTransport of(TransportSettings settings) throws UnusableSettingsException {
        ShownNames names = new ShownNames();
        return new OkHttpTransport(Clients.of(settings, names), names, "hwhash/" + settings.agentVersion());
    }

    @Override
    public Outcome send(Attempt attempt) {
        long start = System.nanoTime();
        try {
            Answer answer = exchange(attempt, true, attempt.deadline());
            Duration left = attempt.deadline().minusNanos(System.nanoTime() - start);
            if (answer.status() == UNSUPPORTED_MEDIA_TYPE && left.toMillis() > 0) {
                answer = exchange(attempt, false, left);
            }
            return new AnswerReading(attempt.report(), attempt.service(), clock.instant()).outcome(answer);
        } catch (IOException e) {
            return FailureWords.of(names.explained(e), attempt.service().origin(), clock.instant());
        }
    }

    private Answer exchange(Attempt attempt, boolean compressed, Duration deadline) throws IOException {
        Duration most = Duration.ofMillis(client.callTimeoutMillis());
        return Exchange.of(
                client.newCall(request(attempt, compressed)),
                deadline.compareTo(most) < 0 ? deadline : most,
                LARGEST_ANSWER);
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
        return request.put(new OneShotBody(compressed ? gzip(report.body()) : report.body()))
                .build();
    }

    /** Compressed here rather than while it is sent: the length is then known, and no gateway meets chunks. */
    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        BareClient.close(client);
    }
}
