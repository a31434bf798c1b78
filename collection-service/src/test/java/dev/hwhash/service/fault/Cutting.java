// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A way to PostgreSQL on loopback that is cut, or swallows what goes over it, when it is told to. */
final class Cutting implements AutoCloseable {

    /** Where the next commit is cut. */
    enum Moment {
        NEVER,
        /** The server does not learn of it. */
        BEFORE_THE_SERVER_HAS_IT,
        /** The server has committed. */
        BEFORE_THE_ANSWER_IS_BACK
    }

    private final ServerSocket listening;
    private final int target;
    private final Queue<Way> ways = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Moment> next = new AtomicReference<>(Moment.NEVER);
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile boolean swallowing;

    private Cutting(int target) throws IOException {
        this.target = target;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        begin(this::accept);
    }

    /** Leads to a port of loopback. */
    static Cutting to(int target) {
        try {
            return new Cutting(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listening.getLocalPort();
    }

    void cutNextCommit(Moment moment) {
        next.set(moment);
    }

    void cutAll() {
        ways.forEach(Way::cut);
    }

    /** From now on nothing comes through, and nobody is told; what is open then stays dead for ever. */
    void swallow(boolean all) {
        swallowing = all;
        if (all) {
            ways.forEach(way -> way.isDead = true);
        }
    }

    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Way way = new Way(client, new Socket(InetAddress.getLoopbackAddress(), target));
                way.isDead = swallowing;
                ways.add(way);
                begin(() -> way.pump(true));
                begin(() -> way.pump(false));
            } catch (IOException e) {
                // The server is away: so is the connection.
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cutAll();
    }

    /** One connection. */
    private final class Way {

        private final Socket client;
        private final Socket server;
        private final CommitWatch watch = new CommitWatch();
        private volatile boolean isDead;

        Way(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void pump(boolean upwards) {
            byte[] bytes = new byte[1 << 16];
            try {
                InputStream in = (upwards ? client : server).getInputStream();
                OutputStream out = (upwards ? server : client).getOutputStream();
                for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                    boolean commits = upwards ? watch.asks(bytes, length) : watch.answers(bytes, length);
                    Moment moment = upwards ? Moment.BEFORE_THE_SERVER_HAS_IT : Moment.BEFORE_THE_ANSWER_IS_BACK;
                    if (commits && next.compareAndSet(moment, Moment.NEVER)) {
                        cut();
                    } else if (!isDead) {
                        out.write(bytes, 0, length);
                    }
                }
                cut();
            } catch (IOException e) {
                cut();
            }
        }

        void cut() {
            if (ways.remove(this)) {
                cuts.incrementAndGet();
            }
            close(client);
            close(server);
        }

        private void close(Socket socket) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
