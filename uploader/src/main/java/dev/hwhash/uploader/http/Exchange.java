// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * One request and its answer. The caller's wait is bounded by itself: neither the look-up of a name nor Windows's
 * search for a proxy heeds the timeouts of OkHttp.
 */
final class Exchange implements Callback {

    /** More than any receipt or problem; a page that is longer is none. */
    private static final int LARGEST_ANSWER = 64 * 1024;

    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    private Exchange() {}

    static Answer of(Call call, Duration deadline) throws IOException {
        Exchange exchange = new Exchange();
        call.enqueue(exchange);
        try {
            return exchange.answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            call.cancel();
            throw interrupted("no answer in " + deadline.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            call.cancel();
            Thread.currentThread().interrupt();
            throw interrupted("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    private static IOException interrupted(String words, Exception cause) {
        InterruptedIOException failure = new InterruptedIOException(words);
        failure.initCause(cause);
        return failure;
    }

    @Override
    public void onResponse(Call call, Response response) {
        try (response) {
            answer.complete(read(response));
        } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    @Override
    public void onFailure(Call call, IOException failure) {
        answer.completeExceptionally(failure);
    }

    private static Answer read(Response response) throws IOException {
        BufferedSource source = response.body().source();
        boolean more = source.request(LARGEST_ANSWER + 1L);
        String body = source.readUtf8(Math.min(source.getBuffer().size(), LARGEST_ANSWER));
        return new Answer(
                response.code(),
                header(response, "Content-Type"),
                header(response, "Date"),
                header(response, "Retry-After"),
                header(response, "Location"),
                response.headers("Proxy-Authenticate"),
                body,
                !more);
    }

    private static String header(Response response, String name) {
        String value = response.header(name);
        return value == null ? "" : value;
    }
}
