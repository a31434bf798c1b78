// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.Bodies;
import dev.hwhash.service.intake.Answer;
import dev.hwhash.service.intake.GroupCommit;
import dev.hwhash.service.intake.GroupObserver;
import dev.hwhash.service.intake.Intake;
import dev.hwhash.service.intake.Judgement;
import dev.hwhash.service.intake.Report;
import dev.hwhash.service.intake.Submission;
import dev.hwhash.service.token.BucketStore;
import dev.hwhash.service.token.FailureLimit;
import dev.hwhash.service.token.Gate;
import dev.hwhash.service.token.Token;
import dev.hwhash.service.token.TokenHash;
import dev.hwhash.service.token.TokenKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The way of a report to a store that stands still. */
@Timeout(60)
class ReportRoutesTest {

    private static final Report REPORT =
            ((Judgement.Accepted) Intake.judge(new UUID(0, 1), Bodies.report("HWHASH-0001"))).report();
    private static final String NO_REPORT = "{";

    private final CountDownLatch disk = new CountDownLatch(1);
    private GroupCommit queue;
    private WebServer server;
    private int port;

    @BeforeEach
    void start() {
        queue = new GroupCommit(this::store, new Unobserved());
        QueuedThreadPool threads = new QueuedThreadPool(8);
        Tokens tokens = new Tokens(
                new Gate(hash -> Optional.of(token(hash)), Clock.systemUTC()),
                new FailureLimit("token", System::nanoTime, BucketStore.NONE));
        server = new WebServer(
                new ListenSettings("127.0.0.1", 0, Optional.empty(), new Proxies(List.of())),
                threads,
                List.of(new ReportRoutes(tokens, queue, threads)),
                ProblemPages.NONE,
                KnownTroubles.NONE);
        port = server.start();
    }

    @AfterEach
    void stop() {
        disk.countDown();
        server.close();
        queue.close();
    }

    @Test
    void whileTheQueueIsFullNoReportIsLookedAtAndItsConnectionLasts() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            BufferedReader answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            assertThat(status(socket, answers)).isEqualTo(400);
            List<CompletableFuture<Answer>> waiting = new ArrayList<>();
            while (queue.refusal().isEmpty()) {
                waiting.add(queue.submit(new Submission(REPORT, 1, "192.0.2.1")));
            }
            assertThat(status(socket, answers)).isEqualTo(503);
            disk.countDown();
            CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
            assertThat(status(socket, answers)).isEqualTo(400);
        }
    }

    private static int status(Socket socket, BufferedReader answers) throws IOException {
        socket.getOutputStream()
                .write(("PUT /v1/reports/" + UUID.randomUUID() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                                + "Authorization: Bearer any\r\nContent-Type: application/json\r\nContent-Length: "
                                + NO_REPORT.length() + "\r\n\r\n" + NO_REPORT)
                        .getBytes(US_ASCII));
        String first = answers.readLine();
        int length = 0;
        for (String line = answers.readLine(); !line.isEmpty(); line = answers.readLine()) {
            length = line.startsWith("Content-Length: ") ? Integer.parseInt(line.substring(16)) : length;
        }
        assertThat(answers.skip(length)).isEqualTo(length);
        return Integer.parseInt(first.substring(9, 12));
    }

    private List<Answer> store(List<Submission> group) {
        try {
            assertThat(disk.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Submission first = group.get(0);
        Answer receipt = new Answer.Receipt(first.report().id(), first.report().content(), Instant.EPOCH, true);
        return group.stream().map(each -> receipt).toList();
    }

    private static Token token(TokenHash hash) {
        return new Token(
                1,
                hash,
                TokenKind.ENROLMENT,
                "",
                Instant.EPOCH,
                Optional.empty(),
                OptionalLong.empty(),
                0,
                Optional.empty());
    }

    private static final class Unobserved implements GroupObserver {

        @Override
        public void stored(List<Answer> answers, Duration took) {}

        @Override
        public void failed(Throwable defect) {}
    }
}
