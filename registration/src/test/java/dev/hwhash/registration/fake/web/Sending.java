// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Puts one answer on the wire, or as much of it as is to arrive. */
final class Sending {

    private static final int PIECES = 10;
    private static final long PAUSE_MILLIS = 100;

    private final HttpExchange exchange;
    private final Wire wire;

    Sending(HttpExchange exchange, Wire wire) {
        this.exchange = exchange;
        this.wire = wire;
    }

    /** Tells whether all of it was sent; the exchange is closed by the caller, which ends a connection half way. */
    boolean send(Outcome outcome) throws IOException, InterruptedException {
        if (outcome.way() == Outcome.Way.NOTHING) {
            return false;
        }
        Reply reply = outcome.reply();
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = packed(reply.body().getBytes(StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(reply.status(), length(outcome, body.length));
        if (body.length == 0) {
            return true;
        }
        int sent = outcome.way() == Outcome.Way.HALF ? body.length / 2 : body.length;
        int piece = outcome.way() == Outcome.Way.SLOWLY ? Math.max(1, body.length / PIECES) : body.length;
        OutputStream stream = exchange.getResponseBody();
        for (int from = 0; from < sent; from += piece) {
            stream.write(body, from, Math.min(piece, sent - from));
            stream.flush();
            if (outcome.way() == Outcome.Way.SLOWLY) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        return sent == body.length;
    }

    /** The server's own meaning: -1 for no body, 0 for chunks. */
    private long length(Outcome outcome, int bytes) {
        if (bytes == 0) {
            return -1;
        }
        // A chunked answer would be ended in good order when the exchange is closed.
        return wire.chunked() && outcome.way() != Outcome.Way.HALF ? 0 : bytes;
    }

    private byte[] packed(byte[] body) throws IOException {
        String taken = String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Encoding"));
        if (!wire.gzip() || body.length == 0 || !taken.contains("gzip")) {
            return body;
        }
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }
        return packed.toByteArray();
    }
}
