// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import dev.hwhash.service.Bodies;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.IntStream;

/** The one report of each PC, packed before anything is measured. */
final class FleetLoad {

    private final byte[][] bodies;
    private final UUID[] ids;
    private final String token;

    FleetLoad(int devices, String token) {
        this.token = token;
        bodies = IntStream.range(0, devices)
                .parallel()
                .mapToObj(i -> Bodies.gzip(Bodies.report("FLEET-" + i)))
                .toArray(byte[][]::new);
        ids = IntStream.range(0, devices).mapToObj(i -> UUID.randomUUID()).toArray(UUID[]::new);
    }

    int size() {
        return bodies.length;
    }

    /** The same at each attempt. */
    byte[] request(int pc) {
        byte[] body = bodies[pc];
        byte[] head = ("PUT /v1/reports/" + ids[pc] + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nConnection: close"
                        + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }
}
