// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.account.PasswordHasher;
import dev.hwhash.service.intake.GroupCommit;
import dev.hwhash.service.intake.Judges;
import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.DatabaseLocation;
import dev.hwhash.service.store.FirstStart;
import dev.hwhash.service.store.GroupWriter;
import dev.hwhash.service.store.SqlAccounts;
import dev.hwhash.service.store.SqlAudit;
import dev.hwhash.service.store.SqlTokens;
import dev.hwhash.service.store.StoreException;
import dev.hwhash.service.token.FailureLimit;
import dev.hwhash.service.token.Gate;
import dev.hwhash.service.token.RecentTokens;
import dev.hwhash.service.token.TokenMaker;
import dev.hwhash.service.web.HealthRoutes;
import dev.hwhash.service.web.MetricsRoutes;
import dev.hwhash.service.web.ReportRoutes;
import dev.hwhash.service.web.Routes;
import dev.hwhash.service.web.TokenRoutes;
import dev.hwhash.service.web.Tokens;
import dev.hwhash.service.web.WebServer;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running service: its parts, put together and taken apart in order. */
final class Service {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final int MOST_THREADS = 64;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Clock clock;
    private final IngestMetrics metrics = new IngestMetrics();
    private final FolderLock lock;
    private final Database database;
    private final Replica replica;
    private final GroupWriter writer;
    private final GroupCommit queue;
    private final Judges judges;
    private final TokenMaker tokens;
    private final Reading reading;
    private final FirstPassword firstPassword;
    private final WebServer server;
    private final Site site;

    private Service(DataFolder folder, Settings settings) throws FailedException {
        lock = folder.lock();
        if (settings.server().isEmpty()) {
            folder.createDatabase();
        }
        DatabaseLocation where =
                settings.server().<DatabaseLocation>map(server -> server).orElseGet(folder::database);
        database = Database.open(where);
        replica = new Replica(database);
        clock = replica.clock();
        writer = new GroupWriter(database, clock);
        queue = new GroupCommit(writer, metrics);
        judges = new Judges(queue);
        metrics.watchQueue(judges::waiting);
        tokens = new TokenMaker(new SqlTokens(database), clock);
        reading = Reading.open(where);
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("http");
        PasswordHasher hasher = new PasswordHasher();
        firstPassword = new FirstPassword(folder.firstPassword(), new SqlAccounts(database), hasher, clock);
        site = new Site(settings, database, reading.database(), tokens, hasher, firstPassword, replica);
        List<Routes> routes = routes(threads);
        routes.addAll(site.routes());
        server = new WebServer(settings.listen(), threads, routes, site.errors(), new StoreProblems());
    }

    private List<Routes> routes(QueuedThreadPool threads) {
        Gate gate = new Gate(new SqlTokens(database), clock);
        FailureLimit failures = new FailureLimit("token", System::nanoTime, replica.failures());
        Tokens access = new Tokens(gate, failures);
        List<Routes> routes = new ArrayList<>(reading.routes(access, new SqlAudit(database, clock)));
        Gate recent = new Gate(new RecentTokens(new SqlTokens(database), System::nanoTime), clock);
        routes.add(new ReportRoutes(new Tokens(recent, failures), judges, metrics, threads));
        routes.add(new TokenRoutes(access, tokens, clock));
        routes.add(new HealthRoutes(() -> judges.takesMore() && database.isWritable()));
        routes.add(new MetricsRoutes(access, metrics::text));
        return routes;
    }

    /** Starts it, and prints where it is and where the first token is. */
    static Service start(Settings settings, PrintStream out) throws FailedException {
        DataFolder folder = DataFolder.prepared(settings.data());
        Service service = made(folder, settings);
        String url = settings.url(service.listen(settings));
        List<String> files = service.firstStart(
                folder, settings.publicUrl().map(Object::toString).orElse(url));
        // Before it says so: whoever reads that it is ready may stop it at once.
        Runtime.getRuntime().addShutdownHook(new Thread(service::stop, "stop"));
        files.forEach(out::println);
        out.println("ready " + url);
        out.flush();
        LOG.atInfo().addKeyValue("event", "ready").addKeyValue("url", url).log("the service is ready");
        return service;
    }

    private static Service made(DataFolder folder, Settings settings) throws FailedException {
        try {
            return new Service(folder, settings);
        } catch (StoreException e) {
            throw new FailedException(ExitCode.NOT_WRITTEN, "database", e.words());
        }
    }

    private int listen(Settings settings) throws FailedException {
        try {
            return server.start();
        } catch (RuntimeException e) {
            judges.close();
            queue.close();
            throw new FailedException(
                    ExitCode.NOT_WRITTEN,
                    "port",
                    "the service cannot listen at "
                            + settings.url(settings.listen().port())
                            + "; stop what listens there, or give another --port or --host");
        }
    }

    /** Makes the first token and the first password where no replica has; returns lines that say where they are. */
    private List<String> firstStart(DataFolder folder, String url) throws FailedException {
        List<String> files = new ArrayList<>();
        try {
            FirstStart.alone(database, () -> {
                new FirstToken(folder.enrolment(), tokens)
                        .prepared(url)
                        .ifPresent(file -> files.add("enrolment " + file));
                firstPassword.prepared().ifPresent(file -> files.add("password " + file));
            });
        } catch (StoreException e) {
            throw new FailedException(ExitCode.NOT_WRITTEN, "database", e.words());
        }
        replica.watch(firstPassword::watch);
        return files;
    }

    void awaitStop() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the process: takes nothing new, stores what waits, closes the database. */
    private void stop() {
        LOG.atInfo().addKeyValue("event", "stopping").log("the service stops");
        ExitCode exit = ExitCode.DONE;
        // Closed from the last to the first.
        try (lock;
                database;
                replica;
                writer;
                queue;
                judges;
                reading;
                server;
                site) {
            LOG.atDebug().log("closing");
        } catch (RuntimeException e) {
            exit = ExitCode.NOT_WRITTEN;
            LOG.atError().setCause(e).addKeyValue("event", "stop-failed").log("not all could be closed in order");
        }
        LOG.atInfo().addKeyValue("event", "stopped").log("the service has stopped");
        // SIGTERM would end the process with 143, which says that it failed.
        Runtime.getRuntime().halt(exit.code());
    }
}
