// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.FaultCount;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that are many or slow. */
class ClientsIT {

    @TempDir
    Path folder;

    @Test
    void slowClientsKeepNobodyOut() throws IOException {
        int clients = FaultCount.of(500, 10_000);
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("data"))) {
            List<SocketChannel> slow = new ArrayList<>();
            byte[] body = Bodies.report("HWHASH-0001");
            String token = service.token();
            for (int i = 0; i < clients; i++) {
                slow.add(begun(service.url(), token, body));
            }
            assertThat(service.put(UUID.randomUUID(), body).status()).isEqualTo(201);
            int stored = 0;
            int tooSlow = 0;
            for (SocketChannel channel : slow) {
                String status = finished(channel, body);
                stored += status.equals("HTTP/1.1 201") ? 1 : 0;
                tooSlow += status.equals("HTTP/1.1 408") ? 1 : 0;
            }
            System.out.println(clients + " clients at once that waited in the middle of a body: " + stored
                    + " stored after it, " + tooSlow + " told that they were too slow");
            assertThat(stored + tooSlow).isEqualTo(clients);
            assertThat(stored).isGreaterThan(clients / 2);
        }
    }

    @Test
    void aBodyThatDoesNotComeIsEndedByAProblem() throws IOException {
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("data"));
                SocketChannel slow = begun(service.url(), service.token(), new byte[1000])) {
            slow.socket().setSoTimeout(60_000);
            byte[] answer = slow.socket().getInputStream().readNBytes(400);
            assertThat(new String(answer, StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 408")
                    .contains("application/problem+json")
                    .contains("\"code\":\"too-slow\"");
        }
    }

    /** Sends the head and the first half of a body. */
    private static SocketChannel begun(String url, String token, byte[] body) throws IOException {
        URI uri = URI.create(url);
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(uri.getHost(), uri.getPort()));
        String head = "PUT /v1/reports/" + UUID.randomUUID() + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        write(channel, ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
        write(channel, ByteBuffer.wrap(body, 0, body.length / 2));
        return channel;
    }

    /** Sends the other half; returns the start of the answer. */
    private static String finished(SocketChannel channel, byte[] body) throws IOException {
        try (channel) {
            channel.socket().setSoTimeout(20_000);
            try {
                write(channel, ByteBuffer.wrap(body, body.length / 2, body.length - body.length / 2));
            } catch (IOException closed) {
                // It was told already; the answer can be read all the same.
            }
            byte[] answer = channel.socket().getInputStream().readNBytes("HTTP/1.1 201".length());
            return new String(answer, StandardCharsets.US_ASCII);
        }
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
