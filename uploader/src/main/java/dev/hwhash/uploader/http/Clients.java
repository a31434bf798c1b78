// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import java.util.List;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;

/** OkHttp as it is used here: it follows nothing, repeats nothing and waits for nothing without a limit. */
final class Clients {

    /** One attempt: a name, a connection, a request, an answer. */
    private static final int SILENCES = 4;

    private Clients() {}

    static OkHttpClient of(TransportSettings settings) throws UnusableSettingsException {
        OkHttpClient.Builder client = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
                .connectTimeout(settings.silence())
                .readTimeout(settings.silence())
                .writeTimeout(settings.silence())
                .callTimeout(settings.silence().multipliedBy(SILENCES));
        return client.build();
    }
}
