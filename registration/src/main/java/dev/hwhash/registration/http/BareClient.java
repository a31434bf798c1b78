// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.OkHttpClient;

/** OkHttp as it is used everywhere here: it follows nothing, repeats nothing and waits for nothing without a limit. */
public final class BareClient {

    /** One attempt: a name, a connection, a request, an answer. */
    private static final int SILENCES = 4;

    private static final int IDLE_SECONDS = 5;

    private BareClient() {}

    /**
     * Returns what a client is made of; who uses it adds a proxy and whom to trust.
     *
     * @param silence the longest that a connection may take to be made, or an answer to go on; also, times four, the
     *     longest that one request may take
     * @return a builder of its own
     */
    public static OkHttpClient.Builder builder(Duration silence) {
        return new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
                .dns(BareClient::lookup)
                .dispatcher(new Dispatcher(threads()))
                .connectTimeout(silence)
                .readTimeout(silence)
                .writeTimeout(silence)
                .callTimeout(silence.multipliedBy(SILENCES));
    }

    /**
     * Closes a client: what it still does is broken off.
     *
     * @param client no longer used after this
     */
    public static void close(OkHttpClient client) {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    /** Daemons: a look-up that hangs must not keep the process alive. */
    private static ExecutorService threads() {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "hwhash-http");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Plain http is for this machine: whatever a resolver says, its name leads nowhere else. */
    private static List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> found = Dns.SYSTEM.lookup(host);
        if (!host.equalsIgnoreCase("localhost")) {
            return found;
        }
        List<InetAddress> here = new ArrayList<>();
        for (InetAddress address : found) {
            if (address.isLoopbackAddress()) {
                here.add(address);
            }
        }
        if (here.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return here;
    }
}
