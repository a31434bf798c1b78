// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Senders that put one report after the other until they are stopped, and remember which were acknowledged. */
final class Load {

    private static final int SENDERS = 8;

    private final Map<UUID, byte[]> acknowledged = new ConcurrentHashMap<>();
    private final Map<UUID, byte[]> sent = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    private final HttpClient client = HttpClient.newHttpClient();
    private final ServiceProcess service;
    private final String token;

    private Load(ServiceProcess service) {
        this.service = service;
        this.token = service.token();
        List<byte[]> bodies = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            bodies.add(Bodies.report("HWHASH-" + (1000 + i)));
        }
        for (int i = 0; i < SENDERS; i++) {
            int first = i;
            senders.execute(() -> send(bodies, first));
        }
    }

    static Load on(ServiceProcess service) {
        return new Load(service);
    }

    private void send(List<byte[]> bodies, int first) {
        for (int i = first; !stopped.get(); i++) {
            UUID id = UUID.randomUUID();
            byte[] body = bodies.get(i % bodies.size());
            sent.put(id, body);
            try {
                HttpResponse<Void> answer = client.send(
                        service.request("PUT", "/v1/reports/" + id, body, token), BodyHandlers.discarding());
                count(Integer.toString(answer.statusCode()));
                if (answer.statusCode() == 201) {
                    acknowledged.put(id, body);
                }
            } catch (java.io.IOException e) {
                count("no answer");
                if (!service.isAlive()) {
                    return;
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void count(String answer) {
        answers.computeIfAbsent(answer, each -> new AtomicInteger()).incrementAndGet();
    }

    /** Waits until so many are acknowledged. */
    void await(int reports) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (acknowledged.size() < reports) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("only " + acknowledged.size() + " reports in five minutes: " + answers);
            }
            Thread.sleep(5);
        }
    }

    Map<UUID, byte[]> acknowledged() {
        return acknowledged;
    }

    /** All, acknowledged or not. */
    Map<UUID, byte[]> sent() {
        return sent;
    }

    Map<String, AtomicInteger> answers() {
        return answers;
    }

    /** Sends no more; what is on its way is waited for. */
    void end() throws InterruptedException {
        stopped.set(true);
        senders.shutdown();
        if (!senders.awaitTermination(30, TimeUnit.SECONDS)) {
            senders.shutdownNow();
        }
    }
}
