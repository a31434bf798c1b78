// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.endpoint.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One origin on loopback with a site behind it. Thread-safe. */
public final class Web implements AutoCloseable {

    static {
        // Read when the server's classes load; without it each answer waits for a delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final String name;
    private final Site site;
    private final Wire wire;
    private final Runnable expireTokens;
    private final InstantSource clock;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fake");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Starts an origin at a port that is free.
     *
     * @param name for {@link #seen}
     * @param site what stands behind it
     * @param wire how requests and answers travel
     * @param expireTokens for {@link Fault#TOKENS_EXPIRE}
     * @param clock the time of {@link #seen}
     */
    public Web(String name, Site site, Wire wire, Runnable expireTokens, InstantSource clock) {
        this.name = name;
        this.site = site;
        this.wire = wire;
        this.expireTokens = expireTokens;
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Returns where it is.
     *
     * @return plain HTTP on 127.0.0.1
     */
    public Endpoint endpoint() {
        return new Endpoint(new Origin("http", "127.0.0.1", server.getAddress().getPort()), "");
    }

    /**
     * Returns what came in so far.
     *
     * @return in the order in which answers were ready
     */
    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Call call =
                    Call.of(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body);
            Thread.sleep(wire.latency().toMillis());
            Fault fault = wire.faults().of(call);
            Outcome outcome = Outcome.of(fault, call, site, expireTokens);
            seen.add(new Seen(clock.instant(), name, call, fault, outcome.status()));
            boolean delivered = new Sending(exchange, wire).send(outcome);
            synchronized (site) {
                site.sent(call, outcome.reply(), delivered);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
