// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sends reports over many connections from one thread, as fast as they are answered or at a given rate. */
final class LoadGenerator {

    private static final long SECOND = 1_000_000_000L;

    private final ReportLoad load;
    private final List<InetSocketAddress> addresses;
    private final int connections;

    /** The connections are spread evenly over the services. */
    LoadGenerator(ReportLoad load, List<URI> services, int connections) {
        this.load = load;
        this.addresses = services.stream()
                .map(url -> new InetSocketAddress(url.getHost(), url.getPort()))
                .toList();
        this.connections = connections;
    }

    /** What came of a run: reports in the measured time, and how long each took, in nanoseconds, sorted. */
    // Nobody writes to the array any more.
    @SuppressWarnings("ArrayRecordComponent")
    record Result(double seconds, long[] nanos, int others) {

        double rate() {
            return nanos.length / seconds;
        }

        /** Refuses a result in which not all was stored. */
        Result good() {
            if (others > 0) {
                throw new IllegalStateException(others + " requests were not answered by 201");
            }
            return this;
        }

        double millis(double quantile) {
            return nanos[(int) Math.min(nanos.length - 1L, (long) (nanos.length * quantile))] / 1e6;
        }
    }

    /** Runs for some seconds; a rate of 0 sends at once when an answer has come. */
    Result run(double seconds, double rate) throws IOException {
        long start = System.nanoTime();
        long end = start + (long) (seconds * SECOND);
        List<Long> took = new ArrayList<>();
        int others = 0;
        long due = start;
        try (Selector selector = Selector.open()) {
            ArrayDeque<Wire> free = new ArrayDeque<>();
            for (int i = 0; i < connections; i++) {
                free.add(new Wire(addresses.get(i % addresses.size()), selector));
            }
            int under = 0;
            long now = System.nanoTime();
            while (now < end || (under > 0 && now < end + 10 * SECOND)) {
                while (now < end && !free.isEmpty() && (rate == 0 || due <= now)) {
                    free.poll().send(load.request(), rate == 0 ? now : due);
                    due += rate == 0 ? 0 : (long) (SECOND / rate);
                    under++;
                }
                selector.select(rate == 0 || now >= end ? 100 : Math.max(1, (due - now) / 1_000_000));
                for (SelectionKey key : selector.selectedKeys()) {
                    Wire wire = (Wire) key.attachment();
                    if (key.isWritable()) {
                        wire.flush();
                    }
                    int status = key.isReadable() ? wire.read() : 0;
                    if (status != 0) {
                        under--;
                        free.add(wire);
                        took.add(System.nanoTime() - wire.since());
                        others += status == 201 ? 0 : 1;
                    }
                }
                selector.selectedKeys().clear();
                now = System.nanoTime();
            }
            for (SelectionKey key : selector.keys()) {
                ((Wire) key.attachment()).close();
            }
        }
        long[] sorted = took.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Result((System.nanoTime() - start) / 1e9, sorted, others);
    }
}
