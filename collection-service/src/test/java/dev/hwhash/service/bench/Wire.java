// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A kept connection with at most one request under way. Used by one thread. */
final class Wire {

    private static final String LENGTH = "content-length: ";

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer in = ByteBuffer.allocate(8192);
    private ByteBuffer out = ByteBuffer.allocate(0);
    private long since;

    Wire(InetSocketAddress address, Selector selector) throws IOException {
        channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Sends a request; its time counts from the moment at which it should have been sent. */
    void send(byte[] request, long due) throws IOException {
        since = due;
        out = ByteBuffer.wrap(request);
        in.clear();
        flush();
    }

    long since() {
        return since;
    }

    void flush() throws IOException {
        channel.write(out);
        key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Reads what is there; returns the status once the answer is whole, 0 before. */
    int read() throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("the server closed a connection");
        }
        String text = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return 0;
        }
        int at = text.toLowerCase(java.util.Locale.ROOT).indexOf(LENGTH) + LENGTH.length();
        int length = Integer.parseInt(text.substring(at, text.indexOf('\r', at)));
        return in.position() >= end + 4 + length ? Integer.parseInt(text.substring(9, 12)) : 0;
    }

    void close() throws IOException {
        channel.close();
    }
}
