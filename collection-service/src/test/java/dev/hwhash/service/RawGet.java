// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A GET by hand, read as slowly as a test likes, chunk by chunk, with its trailer. */
final class RawGet implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;
    private List<String> head = List.of();
    private List<String> trailer = List.of();

    RawGet(String url, String path, String token, String version) throws IOException {
        URI service = URI.create(url);
        socket = new Socket();
        // Small, so that the service has to wait for whoever does not read.
        socket.setReceiveBufferSize(8192);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new java.net.InetSocketAddress(service.getHost(), service.getPort()), PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 8192);
        String request =
                "GET " + path + " " + version + "\r\nHost: service\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    }

    /** Reads up to the body; returns the status. */
    int status() throws IOException {
        head = lines();
        return Integer.parseInt(head.get(0).split(" ", -1)[1]);
    }

    /** Reads the body to its last chunk; fails where that never comes. */
    byte[] body() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            byte[] chunk = in.readNBytes(size);
            if (chunk.length < size) {
                throw new EOFException("the body broke off");
            }
            body.writeBytes(chunk);
            line();
        }
        trailer = lines();
        return body.toByteArray();
    }

    /** Reads some of the body and forgets it. */
    void read(int bytes) throws IOException {
        in.readNBytes(bytes);
    }

    List<String> head() {
        return head;
    }

    List<String> trailer() {
        return trailer;
    }

    private int size() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            lines.add(line);
        }
        return lines;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the answer broke off");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
