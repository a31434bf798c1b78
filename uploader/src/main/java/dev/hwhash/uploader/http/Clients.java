// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import dev.hwhash.uploader.proxy.Proxies;
import dev.hwhash.uploader.trust.Trust;
import dev.hwhash.uploader.trust.UnusableCertificatesException;
import java.net.InetAddress;
import java.net.UnknownHostException;
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

/** OkHttp as it is used here: it follows nothing, repeats nothing and waits for nothing without a limit. */
final class Clients {

    /** One attempt: a name, a connection, a request, an answer. */
    private static final int SILENCES = 4;

    private static final int IDLE_SECONDS = 5;

    private Clients() {}

    static OkHttpClient of(TransportSettings settings, ShownNames names) throws UnusableSettingsException {
        Trust trust = trust(settings);
        return new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
                .sslSocketFactory(trust.sockets(), trust.decision())
                .hostnameVerifier(names)
                .proxySelector(Proxies.of(settings.proxy()))
                .proxyAuthenticator(new BasicProxyLogin(settings.proxyCredentials()))
                .dns(Clients::lookup)
                .dispatcher(new Dispatcher(threads()))
                .connectTimeout(settings.silence())
                .readTimeout(settings.silence())
                .writeTimeout(settings.silence())
                .callTimeout(settings.silence().multipliedBy(SILENCES))
                .build();
    }

    private static Trust trust(TransportSettings settings) throws UnusableSettingsException {
        try {
            return Trust.of(settings.caFile(), settings.elevated());
        } catch (UnusableCertificatesException e) {
            throw new UnusableSettingsException(e.getMessage(), e);
        }
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
