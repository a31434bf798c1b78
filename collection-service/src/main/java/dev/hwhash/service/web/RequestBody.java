// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Reads a body as it arrives, without a thread that waits for it, and not beyond the limit. Used for one request. */
final class RequestBody implements ReadListener {

    private static final int PIECE = 8192;

    /** For the whole body, however evenly it trickles. */
    private static final long WHOLE_SECONDS = 30;

    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final byte[] piece = new byte[PIECE];
    private final ServletInputStream in;

    private RequestBody(ServletInputStream in) {
        this.in = in;
    }

    /** Starts to read; the request has to be asynchronous by now. */
    static CompletableFuture<byte[]> read(HttpServletRequest request) {
        try {
            RequestBody body = new RequestBody(request.getInputStream());
            body.in.setReadListener(body);
            return body.body.orTimeout(WHOLE_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (in.isReady()) {
            int count = in.read(piece);
            if (count < 0) {
                return;
            }
            read.write(piece, 0, count);
            if (read.size() > BodyEncoding.MOST_BYTES) {
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
