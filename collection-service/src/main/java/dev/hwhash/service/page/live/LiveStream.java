// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * The stream to one open page. Used by the one thread that sends.
 *
 * <p>Nothing waits for a slow page: what one gets in ten minutes fits the buffers of its connection, and where they are full
 * all the same, the connection's idle timeout ends it.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
final class LiveStream {

    private final ServletOutputStream out;
    private final BooleanSupplier isSignedIn;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final long until;
    private long sentAt;
    private String sent = "";

    LiveStream(ServletOutputStream out, BooleanSupplier isSignedIn, long until) {
        this.out = out;
        this.isSignedIn = isSignedIn;
        this.until = until;
        this.sentAt = System.nanoTime();
    }

    /** Completes when the stream is over. */
    CompletableFuture<Void> end() {
        return end;
    }

    /** Returns whether the page went away, its time is up, or its session has ended. */
    boolean isOver(long now) {
        return end.isDone() || now - until >= 0;
    }

    /** Sends the numbers if they are others than before, or a sign of life when nothing was sent for long. */
    void send(String numbers, long now, long silence) {
        if (!numbers.equals(sent)) {
            write("data: " + numbers + "\n\n", now);
            sent = numbers;
        } else if (now - sentAt > silence) {
            if (isSignedIn.getAsBoolean()) {
                write(": still here\n\n", now);
            } else {
                close();
            }
        }
    }

    private void write(String text, long now) {
        try {
            out.write(text.getBytes(UTF_8));
            out.flush();
            sentAt = now;
        } catch (IOException | IllegalStateException gone) {
            close();
        }
    }

    void close() {
        end.complete(null);
    }
}
