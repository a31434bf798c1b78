// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that reads and writes as far as it is told, and then does not close as it should. */
final class BrokenServer implements AutoCloseable {

    private static final int HURRIED_CLOSE = 0;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private final Behaviour behaviour;

    /** What is done with a connection. */
    @FunctionalInterface
    interface Behaviour {
        void meet(Socket connection) throws IOException, InterruptedException;
    }

    BrokenServer(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        Thread thread = new Thread(this::serve, "broken-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Reads so many bytes of a request, then resets the connection. */
    static Behaviour resetAfterReading(int bytes) {
        return connection -> {
            connection.getInputStream().readNBytes(bytes);
            connection.setSoLinger(true, HURRIED_CLOSE);
        };
    }

    /** Reads a whole request, answers so many bytes, then resets the connection. */
    static Behaviour resetAfterWriting(byte[] answer, int bytes) {
        return connection -> {
            readRequest(connection.getInputStream());
            connection.getOutputStream().write(answer, 0, bytes);
            connection.getOutputStream().flush();
            Thread.sleep(2);
            connection.setSoLinger(true, HURRIED_CLOSE);
        };
    }

    /** Reads a whole request, answers so many bytes, then closes in order. */
    static Behaviour closeAfterWriting(byte[] answer, int bytes) {
        return connection -> {
            readRequest(connection.getInputStream());
            connection.getOutputStream().write(answer, 0, bytes);
        };
    }

    /** Reads a whole request, answers so many bytes, and never any more. */
    static Behaviour hangAfterWriting(byte[] answer, int bytes) {
        return connection -> {
            readRequest(connection.getInputStream());
            connection.getOutputStream().write(answer, 0, bytes);
            connection.getOutputStream().flush();
            connection.getInputStream().readAllBytes();
        };
    }

    private static void readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            head.append((char) next);
        }
        String name = "Content-Length: ";
        int at = head.indexOf(name) + name.length();
        in.readNBytes(Integer.parseInt(head.substring(at, head.indexOf("\r\n", at))));
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                connections.incrementAndGet();
                behaviour.meet(connection);
            } catch (IOException | InterruptedException e) {
                broken.incrementAndGet();
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
