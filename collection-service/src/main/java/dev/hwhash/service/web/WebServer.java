// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.ThreadPool;

/** The HTTP server. Thread-safe; to be started once and closed. */
public final class WebServer implements AutoCloseable {

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final int LONGEST_HEAD = 8192;
    private static final int ACCEPT_QUEUE = 1024;

    /** Each takes some 8 KB: without an end to them, all memory would go. Who comes then waits until it is accepted. */
    private static final int MOST_CONNECTIONS = 12_000;

    private final Javalin javalin;

    /**
     * Makes a server with its paths.
     *
     * @param settings where it listens
     * @param threads run the handlers; started and stopped with the server
     * @param routes the paths
     * @param pages what people are told where a request fails
     * @param troubles that are no defects
     */
    public WebServer(
            ListenSettings settings,
            ThreadPool threads,
            List<Routes> routes,
            ProblemPages pages,
            KnownTroubles troubles) {
        this(settings, threads, routes, pages, troubles, MOST_CONNECTIONS);
    }

    WebServer(
            ListenSettings settings,
            ThreadPool threads,
            List<Routes> routes,
            ProblemPages pages,
            KnownTroubles troubles,
            int connections) {
        javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.http.prefer405over404 = true;
            // Javalin would answer in plain text; the body has a limit of time of its own, and a commit always answers.
            config.http.asyncTimeout = 0;
            config.http.compressionStrategy = CompressionStrategy.NONE;
            config.jetty.threadPool = threads;
            config.jetty.modifyHttpConfiguration(WebServer::configure);
            config.jetty.modifyServer(server -> configure(server, connections));
            config.jetty.addConnector((server, http) -> connector(server, http, settings));
            new ProblemAnswers(pages, troubles).register(config.routes);
            new Clients(settings.proxies()).register(config.routes);
            routes.forEach(each -> each.register(config.routes));
        });
    }

    /**
     * Starts to listen.
     *
     * @return the port
     */
    public int start() {
        javalin.start();
        return javalin.port();
    }

    /** Takes no more connections, lets the requests end that have begun, and stops. */
    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(LONGEST_HEAD);
        http.setResponseHeaderSize(LONGEST_HEAD);
    }

    private static void configure(Server server, int connections) {
        server.setErrorHandler(new ProblemErrorHandler());
        server.setStopTimeout(STOP.toMillis());
        server.insertHandler(new GracefulHandler());
        server.addBean(new NetworkConnectionLimit(connections, server));
    }

    private static SslConnectionFactory secured(TlsKeys keys, HttpConfiguration http) {
        // The client compares the name; the service may have several, and be asked by its address.
        http.addCustomizer(new SecureRequestCustomizer(false));
        return new SslConnectionFactory(keys.context(), "http/1.1");
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, ListenSettings settings) {
        ServerConnector connector = settings.keys().isPresent()
                ? new ServerConnector(
                        server, 1, 1, secured(settings.keys().get(), http), new HttpConnectionFactory(http))
                : new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setIdleTimeout(IDLE.toMillis());
        return connector;
    }
}
