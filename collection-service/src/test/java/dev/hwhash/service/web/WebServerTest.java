// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.Test;

class WebServerTest {

    private static final int MOST = 8;

    @Test
    void whoComesWhenAllConnectionsAreTakenWaitsUntilOneGoes() throws IOException {
        List<Socket> open = new ArrayList<>();
        try (WebServer server = server()) {
            int port = server.start();
            for (int i = 0; i < MOST; i++) {
                Socket socket = connected(port);
                open.add(socket);
                assertThat(answer(socket, 20_000)).isEqualTo("HTTP/1.1 200");
            }
            try (Socket next = connected(port)) {
                assertThatThrownBy(() -> answer(next, 500)).isInstanceOf(SocketTimeoutException.class);
                open.get(0).close();
                next.setSoTimeout(20_000);
                assertThat(read(next)).isEqualTo("HTTP/1.1 200");
            }
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    private static WebServer server() {
        Routes hello = routes -> routes.get("/", context -> context.result("hello"));
        return new WebServer(
                new ListenSettings("127.0.0.1", 0, Optional.empty(), new Proxies(List.of())),
                new QueuedThreadPool(8),
                List.of(hello),
                ProblemPages.NONE,
                KnownTroubles.NONE,
                MOST);
    }

    private static Socket connected(int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static String answer(Socket socket, int millis) throws IOException {
        socket.setSoTimeout(millis);
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(US_ASCII));
        return read(socket);
    }

    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), US_ASCII);
    }
}
