// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A PC's connection for one request. */
final class FleetWire {

    private static final String RETRY_AFTER = "\r\nretry-after: ";
    /** From so many addresses, since one has no more than 28,000 ports. */
    private static final int ADDRESSES = 100;

    private final FleetPc pc;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer out;
    private final ByteBuffer in = ByteBuffer.allocate(2048);
    private final long since;

    FleetWire(FleetPc pc, InetSocketAddress service, byte[] request, Selector selector, long now) throws IOException {
        this.pc = pc;
        this.since = now;
        out = ByteBuffer.wrap(request);
        channel = SocketChannel.open();
        channel.bind(new InetSocketAddress("127.0.1." + (1 + pc.number() % ADDRESSES), 0));
        channel.configureBlocking(false);
        boolean connected = channel.connect(service);
        key = channel.register(selector, connected ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT, this);
    }

    FleetPc pc() {
        return pc;
    }

    long since() {
        return since;
    }

    /** Goes on as far as that goes; returns the status once the answer's head is there, 0 before. */
    int go() throws IOException {
        if (key.isConnectable()) {
            channel.finishConnect();
            key.interestOps(SelectionKey.OP_WRITE);
        }
        if (key.isWritable()) {
            channel.write(out);
            key.interestOps(out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        }
        if (key.isReadable() && channel.read(in) < 0) {
            throw new IOException("the service closed a connection");
        }
        return text().contains("\r\n\r\n") ? Integer.parseInt(text().substring(9, 12)) : 0;
    }

    private String text() {
        return new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
    }

    /** What the answer asks for. */
    Optional<Duration> retryAfter() {
        String head = text().toLowerCase(Locale.ROOT);
        int at = head.indexOf(RETRY_AFTER);
        return at < 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Long.parseLong(
                        head.substring(at + RETRY_AFTER.length(), head.indexOf('\r', at + RETRY_AFTER.length())))));
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    void close() throws IOException {
        key.cancel();
        channel.close();
    }
}
