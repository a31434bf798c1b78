// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.FaultCount;
import dev.hwhash.uploader.Service;
import dev.hwhash.uploader.http.BrokenServer.Behaviour;
import dev.hwhash.uploader.http.Outcome.Cause;
import dev.hwhash.uploader.http.Outcome.Unsettled;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Connections that are not made, break or fall silent: nothing is decided, and nothing waits for ever. */
class BrokenConnectionTest {

    private static final byte[] RECEIPT = receipt();
    private static final int SMALL_STEP = 100;

    private static byte[] receipt() {
        String body = Service.receipt(Answers.REPORT.id().toString(), Answers.REPORT.contentSha256());
        return ("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(US_ASCII);
    }

    private static Outcome send(Behaviour behaviour) throws Exception {
        try (BrokenServer server = new BrokenServer(behaviour)) {
            Outcome outcome = Answers.send(Service.at(server.port()));
            assertThat(server.connections()).as("one attempt, one connection").isEqualTo(1);
            return outcome;
        }
    }

    @Test
    void aWholeAnswerIsTaken() throws Exception {
        assertThat(send(BrokenServer.closeAfterWriting(RECEIPT, RECEIPT.length)))
                .isInstanceOf(Outcome.Received.class);
    }

    @Test
    void aResetWhileSendingDecidesNothing() throws Exception {
        int resets = 0;
        // A request is about 1.5 KB; a byte more than it has is never waited for.
        for (int bytes = 0; bytes <= 1200; bytes += FaultCount.of(SMALL_STEP, 10)) {
            Unsettled outcome = Answers.unsettled(send(BrokenServer.resetAfterReading(bytes)));
            assertThat(outcome.cause())
                    .as("after %d bytes: %s", bytes, outcome.words())
                    .isEqualTo(Cause.BROKEN_OFF);
            resets++;
        }
        System.out.println("resets while a report was sent: " + resets);
    }

    @Test
    void aResetWhileAnsweringIsAReceiptWholeOrNone() throws Exception {
        int none = 0;
        int step = FaultCount.of(SMALL_STEP / 10, 1);
        for (int bytes = 0; bytes < RECEIPT.length; bytes += step) {
            Unsettled outcome = Answers.unsettled(send(BrokenServer.resetAfterWriting(RECEIPT, bytes)));
            assertThat(outcome.cause())
                    .as("after %d bytes: %s", bytes, outcome.words())
                    .isEqualTo(Cause.BROKEN_OFF);
            none++;
        }
        System.out.println("resets while a receipt was read: " + none);
    }

    @Test
    void aCloseWhileAnsweringIsAReceiptWholeOrNone() throws Exception {
        int closes = 0;
        int step = FaultCount.of(SMALL_STEP / 10, 1);
        for (int bytes = 0; bytes < RECEIPT.length; bytes += step) {
            assertThat(send(BrokenServer.closeAfterWriting(RECEIPT, bytes)))
                    .as("after %d bytes", bytes)
                    .isInstanceOf(Unsettled.class);
            closes++;
        }
        System.out.println("closes while a receipt was read: " + closes);
    }

    @Test
    void aServerThatFallsSilentIsNotWaitedForLong() throws Exception {
        for (int bytes : new int[] {0, 10, RECEIPT.length - 1}) {
            Instant start = Instant.now();
            Unsettled outcome = Answers.unsettled(send(BrokenServer.hangAfterWriting(RECEIPT, bytes)));
            assertThat(outcome.cause()).isEqualTo(Cause.BROKEN_OFF);
            assertThat(outcome.words()).contains("no whole answer came in time");
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void whereNobodyListensNothingIsReached() throws Exception {
        Unsettled outcome = Answers.unsettled(Answers.send(Service.at(freePort())));
        assertThat(outcome.cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(outcome.words()).contains("nobody listens there");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void whatSpeaksNoTlsIsTold() throws Exception {
        try (BrokenServer server = new BrokenServer(
                connection -> connection.getOutputStream().write("HTTP/1.1 400 no\r\n\r\n".getBytes(US_ASCII)))) {
            Unsettled outcome = Answers.unsettled(Answers.send(Service.url("https://127.0.0.1:" + server.port())));
            assertThat(outcome.cause()).isEqualTo(Cause.UNREACHABLE);
            assertThat(outcome.words()).contains("speaks no TLS");
        }
    }
}
