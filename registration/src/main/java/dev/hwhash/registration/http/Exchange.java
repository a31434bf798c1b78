// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.http;

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
public final class Exchange implements Callback {

    private final int most;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    private Exchange(int most) {
        this.most = most;
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @param call what is sent
     * @param deadline how long to wait in all
     * @param most how many bytes of the answer's body are read
     * @return what came back, whoever sent it
     * @throws IOException if nothing came back in that time; an interrupt is one, and the thread's flag is up then
     */
    public static Answer of(Call call, Duration deadline, int most) throws IOException {
        Exchange exchange = new Exchange(most);
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

    private Answer read(Response response) throws IOException {
        BufferedSource source = response.body().source();
        boolean more = source.request(most + 1L);
        String body = source.readUtf8(Math.min(source.getBuffer().size(), most));
        return new Answer(response.code(), response.headers().toMultimap(), body, !more);
    }
}
