// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the command and the service, byte by byte. Each connection follows the next plan: it is reset after so
 * many bytes of the request or of the answer. Without a plan everything passes.
 */
final class CuttingProxy implements AutoCloseable {

    /** Where a connection is reset. */
    record Cut(Way way, int after) {}

    /** A direction. */
    enum Way {
        REQUEST,
        ANSWER
    }

    private final ServerSocket listener;
    private final int port;
    private final BlockingQueue<Cut> plans = new LinkedBlockingQueue<>();
    private final BlockingQueue<Cut> done = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> requests = new LinkedBlockingQueue<>();
    private final Map<Way, AtomicInteger> passed =
            Map.of(Way.REQUEST, new AtomicInteger(), Way.ANSWER, new AtomicInteger());

    /** Starts a proxy to a port of this machine. */
    CuttingProxy(int port) throws IOException {
        this.port = port;
        this.listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        daemon("proxy", this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Adds a plan for the next connection that has none. */
    void plan(Cut cut) {
        plans.add(cut);
    }

    /** Returns how many bytes have passed in a direction. */
    int passed(Way way) {
        return counter(way).get();
    }

    private AtomicInteger counter(Way way) {
        return Objects.requireNonNull(passed.get(way));
    }

    /** Returns how many plans came to their end. */
    int cuts() {
        return done.size();
    }

    /** Returns how many plans no connection has taken. */
    int left() {
        return plans.size();
    }

    /** Waits for the first bytes of the next request; false when none come within the time. */
    boolean awaitRequest(Duration time) throws InterruptedException {
        return requests.poll(time.toMillis(), TimeUnit.MILLISECONDS) != null;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Cut cut = plans.poll();
                Socket server = new Socket();
                server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
                daemon("request", () -> pass(client, server, Way.REQUEST, cut));
                daemon("answer", () -> pass(server, client, Way.ANSWER, cut));
            }
        } catch (IOException closed) {
            if (!listener.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    private void pass(Socket from, Socket to, Way way, @Nullable Cut cut) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            long left = cut != null && cut.way() == way ? cut.after() : Long.MAX_VALUE;
            byte[] block = new byte[8192];
            boolean first = way == Way.REQUEST;
            while (left > 0) {
                int read = in.read(block, 0, (int) Math.min(block.length, left));
                if (read < 0) {
                    to.shutdownOutput();
                    return;
                }
                if (first) {
                    requests.add(System.nanoTime());
                    first = false;
                }
                counter(way).addAndGet(read);
                out.write(block, 0, read);
                out.flush();
                left -= read;
            }
            done.add(Objects.requireNonNull(cut));
            reset(from);
            reset(to);
        } catch (IOException ended) {
            reset(from);
            reset(to);
        }
    }

    /** No last packet and no goodbye: the other side sees a reset. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyClosed) {
            // It is what was wanted.
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
