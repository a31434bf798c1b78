// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.fault;

import dev.hwhash.service.Bodies;
import dev.hwhash.service.ServiceProcess;
import dev.hwhash.service.ServiceProcess.Answer;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * PCs that send as the agent does: a report has an id of its own, stays in the outbox and is sent again with this id until
 * its receipt is there; then the next one. They take turns among the replicas, as a load balancer would have them do.
 */
final class Outboxes implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 90;

    /** Of what Retry-After asks for; a test has less time than a fleet. */
    private static final double HASTE = 0.05;

    private final List<ServiceProcess> replicas;
    private final String token;
    private final Map<UUID, byte[]> sent = new ConcurrentHashMap<>();
    private final Map<UUID, String> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> answers = new ConcurrentSkipListMap<>();
    private final AtomicLong longestMillis = new AtomicLong();
    private final AtomicInteger turns = new AtomicInteger();
    private final List<Thread> pcs = new ArrayList<>();
    private volatile boolean stopped;

    private Outboxes(List<ServiceProcess> replicas) {
        this.replicas = replicas;
        this.token = replicas.get(0).token();
    }

    /** Has so many PCs begin, each with reports on itself. */
    static Outboxes of(int pcs, ServiceProcess... replicas) {
        Outboxes outboxes = new Outboxes(List.of(replicas));
        for (int i = 0; i < pcs; i++) {
            byte[] body = Bodies.report("HWHASH-" + UUID.randomUUID().toString().substring(0, 13));
            Thread pc = new Thread(() -> outboxes.sendAll(body), "pc-" + i);
            outboxes.pcs.add(pc);
            pc.start();
        }
        return outboxes;
    }

    private void sendAll(byte[] body) {
        while (!stopped) {
            UUID id = UUID.randomUUID();
            sent.put(id, body);
            while (!stopped && !deliver(id, body)) {
                // It stays in the outbox.
            }
        }
    }

    /** Sends a report once; returns whether its receipt came. */
    private boolean deliver(UUID id, byte[] body) {
        ServiceProcess replica = replicas.get(Math.floorMod(turns.getAndIncrement(), replicas.size()));
        long start = System.nanoTime();
        try {
            Answer answer = replica.put(id, body, token);
            boolean taken = answer.status() == 200 || answer.status() == 201;
            count(taken ? Integer.toString(answer.status()) : answer.status() + " " + answer.code());
            if (!taken) {
                pause(1000 * Long.parseLong(answer.header("Retry-After")));
            } else if (answer.json().path("reportId").asString("").equals(id.toString())) {
                acknowledged.put(id, answer.json().path("receivedAt").asString());
            } else {
                count("another's receipt");
            }
            return taken;
        } catch (UncheckedIOException e) {
            count("no answer");
            pause(2_000);
            return false;
        } finally {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            longestMillis.accumulateAndGet(millis, Math::max);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(Math.round(millis * HASTE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void count(String answer) {
        answers.computeIfAbsent(answer, each -> new AtomicInteger()).incrementAndGet();
    }

    /** How often an answer came, by its status and, of a refusal, its code. */
    int count(String answer, int otherwise) {
        return answers.getOrDefault(answer, new AtomicInteger(otherwise)).get();
    }

    /** Waits until so many more are acknowledged; returns after how many milliseconds they are. */
    long awaitMore(int reports) throws InterruptedException {
        long start = System.nanoTime();
        int wanted = acknowledged.size() + reports;
        while (acknowledged.size() < wanted) {
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                throw new AssertionError("no " + reports + " more reports acknowledged: " + answers);
            }
            Thread.sleep(2);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    Map<UUID, byte[]> sent() {
        return sent;
    }

    Map<UUID, String> acknowledged() {
        return acknowledged;
    }

    Map<String, AtomicInteger> answers() {
        return answers;
    }

    long longestMillis() {
        return longestMillis.get();
    }

    /** Waits for the requests that are on their way. */
    void stop() throws InterruptedException {
        stopped = true;
        for (Thread pc : pcs) {
            pc.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        }
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
