// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import io.javalin.config.RoutesConfig;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The same server with nothing behind it: it reads the body and answers 201. For measuring what the rest costs. */
public final class BareServer {

    private static final byte[] RECEIPT = ("{\"reportId\":\"00000000-0000-4000-8000-000000000000\",\"contentSha256\":\""
                    + "0".repeat(64) + "\",\"receivedAt\":\"2026-01-31T12:00:00.000Z\"}")
            .getBytes(StandardCharsets.US_ASCII);

    private BareServer() {}

    /** Runs until it is killed. */
    public static void main(String[] args) throws InterruptedException {
        QueuedThreadPool threads = new QueuedThreadPool(64);
        ListenSettings settings = new ListenSettings("127.0.0.1", 0, Optional.empty(), new Proxies(List.of()));
        try (WebServer server = new WebServer(
                settings, threads, List.of(BareServer::register), ProblemPages.NONE, KnownTroubles.NONE)) {
            System.out.println("ready http://127.0.0.1:" + server.start());
            Thread.currentThread().join();
        }
    }

    private static void register(RoutesConfig routes) {
        routes.put(
                "/v1/reports/{id}",
                context -> context.future(() -> RequestBody.read(context.req())
                        .thenAccept(body ->
                                context.status(201).contentType(Json.MEDIA_TYPE).result(RECEIPT))));
    }
}
