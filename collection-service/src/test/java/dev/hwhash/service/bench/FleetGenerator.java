// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** Many PCs in one thread, each with a connection of its own for each request. */
final class FleetGenerator {

    /** For how long the agent waits for a sign of life. */
    private static final long SILENCE = Duration.ofSeconds(15).toNanos();

    private final FleetLoad load;
    private final List<InetSocketAddress> services;
    private final SplittableRandom random = new SplittableRandom(9);
    private final PriorityQueue<FleetPc> waiting = new PriorityQueue<>();
    /** As many as a process may have files, here; who comes then finds no connection, as behind a full accept queue. */
    private static final int MOST_OPEN = 16_000;

    /** In the order in which they were opened; some have ended. */
    private final Deque<FleetWire> wires = new ArrayDeque<>();

    private final FleetCounts counts;
    private final long start = System.nanoTime();

    FleetGenerator(FleetLoad load, List<URI> services, Duration within) {
        this.load = load;
        this.services = services.stream()
                .map(url -> new InetSocketAddress(url.getHost(), url.getPort()))
                .toList();
        this.counts = new FleetCounts(start);
        for (int i = 0; i < load.size(); i++) {
            waiting.add(new FleetPc(i, start + random.nextLong(within.toNanos())));
        }
    }

    /** Runs until each report is stored or stays in its outbox. */
    FleetCounts run() throws IOException {
        try (Selector selector = Selector.open()) {
            while (!waiting.isEmpty() || counts.open() > 0) {
                long now = System.nanoTime();
                while (!waiting.isEmpty() && waiting.peek().due() <= now) {
                    open(waiting.poll(), selector, now);
                }
                selector.select(5);
                for (SelectionKey key : selector.selectedKeys()) {
                    step((FleetWire) key.attachment());
                }
                selector.selectedKeys().clear();
                silent(System.nanoTime());
                counts.tick(System.nanoTime(), waiting.size());
            }
        }
        return counts;
    }

    /** Any service of those, as a load balancer gives them out in turn. */
    private void open(FleetPc pc, Selector selector, long now) throws IOException {
        pc.sending();
        counts.opened(pc);
        if (counts.open() > MOST_OPEN) {
            counts.unanswered();
            later(pc, Optional.empty());
            return;
        }
        InetSocketAddress service = services.get((pc.number() + pc.made()) % services.size());
        wires.add(new FleetWire(pc, service, load.request(pc.number()), selector, now));
    }

    private void step(FleetWire wire) throws IOException {
        int status;
        try {
            status = wire.go();
        } catch (IOException e) {
            broken(wire);
            return;
        }
        if (status != 0) {
            wire.close();
            counts.answered(wire.pc(), status, System.nanoTime());
            if (status == 503) {
                later(wire.pc(), wire.retryAfter());
            }
        }
    }

    private void silent(long now) throws IOException {
        while (!wires.isEmpty() && (!wires.peek().isOpen() || now - wires.peek().since() > SILENCE)) {
            FleetWire oldest = wires.poll();
            if (oldest.isOpen()) {
                broken(oldest);
            }
        }
    }

    private void broken(FleetWire wire) throws IOException {
        wire.close();
        counts.unanswered();
        later(wire.pc(), Optional.empty());
    }

    private void later(FleetPc pc, Optional<Duration> retryAfter) {
        if (pc.triesAgain(retryAfter, System.nanoTime(), random)) {
            waiting.add(pc);
        } else {
            counts.kept();
        }
    }
}
