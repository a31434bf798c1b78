// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Reads a body as it arrives, without a thread that waits for it, and not beyond a limit. Used for one request. */
public final class RequestBody implements ReadListener {

    private static final int PIECE = 8192;

    /** For the whole body, however evenly it trickles. */
    private static final long WHOLE_SECONDS = 30;

    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final ServletInputStream in;

    private final int mostBytes;

    private RequestBody(ServletInputStream in, int mostBytes) {
        this.in = in;
        this.mostBytes = mostBytes;
    }

    /** Starts to read a report or what is no larger; the request has to be asynchronous by now. */
    static CompletableFuture<byte[]> read(HttpServletRequest request) {
        return read(request, BodyEncoding.MOST_BYTES);
    }

    /**
     * Starts to read; the request has to be asynchronous by now.
     *
     * @param request whose body
     * @param mostBytes the largest body that is read
     * @return fails by a {@link ProblemException} beyond that size, by a timeout after 30 seconds, and as the connection does
     */
    public static CompletableFuture<byte[]> read(HttpServletRequest request, int mostBytes) {
        try {
            RequestBody body = new RequestBody(request.getInputStream(), mostBytes);
            body.in.setReadListener(body);
            return body.body.orTimeout(WHOLE_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        // Not kept between: ten thousand bodies may be waited for at once.
        byte[] piece = new byte[PIECE];
        while (in.isReady()) {
            int count = in.read(piece);
            if (count < 0) {
                return;
            }
            read.write(piece, 0, count);
            if (read.size() > mostBytes) {
                body.completeExceptionally(BodyEncoding.tooLarge());
                return;
            }
        }
    }

    @Override
    public void onAllDataRead() {
        body.complete(read.toByteArray());
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }
}
