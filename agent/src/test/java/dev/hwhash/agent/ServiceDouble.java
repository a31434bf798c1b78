// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.uploader.report.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A collection service on loopback that remembers what it was sent and answers as it is told. */
public final class ServiceDouble implements Closeable {

    private final MockWebServer server = new MockWebServer();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final String scheme;
    private volatile Function<Seen, MockResponse> answer = ServiceDouble::receipt;

    /** A request: the id in its path, its Authorization header, its body inflated. */
    public record Seen(String id, Optional<String> authorization, String body) {}

    private ServiceDouble(Optional<SSLSocketFactory> tls) {
        scheme = tls.isPresent() ? "https" : "http";
        server.setServerSocketFactory(new PromptSockets());
        tls.ifPresent(server::useHttps);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                Seen one = read(request);
                seen.add(one);
                return answer.apply(one);
            }
        });
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one that takes every report. */
    public static ServiceDouble start() {
        return new ServiceDouble(Optional.empty());
    }

    static ServiceDouble startTls(SSLSocketFactory tls) {
        return new ServiceDouble(Optional.of(tls));
    }

    public String url() {
        return scheme + "://localhost:" + server.getPort();
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    public ServiceDouble answering(Function<Seen, MockResponse> other) {
        answer = other;
        return this;
    }

    ServiceDouble answering(int status, String type, String body) {
        return answering(request -> response(status, type, body));
    }

    /** Refuses with a problem in the service's own words (RFC 9457). */
    public ServiceDouble refusing(int status, String code) {
        return answering(
                status,
                "application/problem+json",
                "{\"status\":" + status + ",\"code\":\"" + code + "\",\"detail\":\"no\"}");
    }

    public static MockResponse receipt(Seen request) {
        String hash = ContentHash.of(request.body().getBytes(StandardCharsets.UTF_8));
        return response(
                201,
                "application/json",
                "{\"reportId\":\"" + request.id() + "\",\"contentSha256\":\"" + hash
                        + "\",\"receivedAt\":\"2026-11-21T10:00:00Z\"}");
    }

    private static MockResponse response(int status, String type, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", type)
                .body(body)
                .build();
    }

    private static Seen read(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        byte[] sent =
                request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            return new Seen(
                    path.substring(path.lastIndexOf('/') + 1),
                    Optional.ofNullable(request.getHeaders().get("Authorization")),
                    new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
