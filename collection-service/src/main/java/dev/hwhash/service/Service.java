// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.intake.GroupCommit;
import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.GroupWriter;
import dev.hwhash.service.store.SqlTokens;
import dev.hwhash.service.store.StoreException;
import dev.hwhash.service.token.Gate;
import dev.hwhash.service.token.NewToken;
import dev.hwhash.service.token.TokenKind;
import dev.hwhash.service.token.TokenSecret;
import dev.hwhash.service.token.TokenStore;
import dev.hwhash.service.web.HealthRoutes;
import dev.hwhash.service.web.ListenSettings;
import dev.hwhash.service.web.ReportRoutes;
import dev.hwhash.service.web.Tokens;
import dev.hwhash.service.web.WebServer;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running service: its parts, put together and taken apart in order. */
final class Service {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final int MOST_THREADS = 64;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Database database;
    private final GroupWriter writer;
    private final GroupCommit queue;
    private final WebServer server;
    private final FolderLock lock;

    private Service(Path data, String host, int port) throws FailedException {
        DataFolder folder = DataFolder.prepared(data);
        lock = folder.lock();
        folder.createDatabase();
        Clock clock = Clock.systemUTC();
        try {
            database = Database.open(folder.database());
            writer = new GroupWriter(database, clock);
        } catch (StoreException e) {
            throw new FailedException(ExitCode.NOT_WRITTEN, "database", e.words());
        }
        queue = new GroupCommit(writer, new IngestLog());
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("http");
        Tokens tokens = new Tokens(new Gate(new SqlTokens(database), clock));
        server = new WebServer(
                new ListenSettings(host, port),
                threads,
                List.of(new ReportRoutes(tokens, queue, threads), new HealthRoutes(queue::takesMore)));
    }

    /** Starts it and says where, and where the first token is. */
    static Service start(Path data, String host, int port, UnaryOperator<String> publicUrl, PrintStream out)
            throws FailedException {
        Service service = new Service(data, host, port);
        String url = "http://" + host + ":" + service.server.start();
        DataFolder folder = DataFolder.existing(data);
        Optional<Path> enrolment = service.firstToken(folder, publicUrl.apply(url));
        enrolment.ifPresent(file -> out.println("enrolment " + file));
        out.println("ready " + url);
        out.flush();
        LOG.atInfo().addKeyValue("event", "ready").addKeyValue("url", url).log("the service is ready");
        Runtime.getRuntime().addShutdownHook(new Thread(service::stop, "stop"));
        return service;
    }

    /** Makes an enrolment token where there was never any. */
    private Optional<Path> firstToken(DataFolder folder, String url) throws FailedException {
        TokenStore tokens = new SqlTokens(database);
        Path file = folder.enrolment();
        if (!tokens.all().isEmpty() || Files.exists(file)) {
            return Optional.empty();
        }
        TokenSecret secret = TokenSecret.random(TokenKind.ENROLMENT, new SecureRandom());
        NewToken token = new NewToken(TokenKind.ENROLMENT, "first", Optional.empty(), OptionalLong.empty());
        TokenFile.write(file, url, secret);
        tokens.add(token, secret.hash(), Clock.systemUTC().instant());
        return Optional.of(file);
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
        server.close();
        queue.close();
        writer.close();
        database.close();
        lock.close();
        LOG.atInfo().addKeyValue("event", "stopped").log("the service has stopped");
        // SIGTERM would end the process with 143, which says that it failed.
        Runtime.getRuntime().halt(ExitCode.DONE.code());
    }
}
