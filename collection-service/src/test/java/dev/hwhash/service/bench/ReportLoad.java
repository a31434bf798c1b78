// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import dev.hwhash.service.Bodies;
import java.util.SplittableRandom;
import java.util.UUID;

/** Requests on devices that do not exist, each with a new id, packed before anything is measured. */
final class ReportLoad {

    private final byte[][] bodies;
    private final String host;
    private final String token;
    private final SplittableRandom random = new SplittableRandom(System.nanoTime());
    private int next;

    ReportLoad(int devices, String host, String token) {
        this.host = host;
        this.token = token;
        bodies = new byte[devices][];
        long run = System.nanoTime() & 0xFFFFFF;
        for (int i = 0; i < devices; i++) {
            bodies[i] = Bodies.gzip(Bodies.report("HWHASH-" + run + "-" + i));
        }
    }

    /** Returns the bytes of a request on the next device. */
    byte[] request() {
        byte[] body = bodies[next++ % bodies.length];
        String head = "PUT /v1/reports/" + new UUID(random.nextLong(), random.nextLong()) + " HTTP/1.1\r\nHost: " + host
                + "\r\nAuthorization: Bearer " + token + "\r\nContent-Type: application/json"
                + "\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n";
        byte[] request = new byte[head.length() + body.length];
        for (int i = 0; i < head.length(); i++) {
            request[i] = (byte) head.charAt(i);
        }
        System.arraycopy(body, 0, request, head.length(), body.length);
        return request;
    }
}
