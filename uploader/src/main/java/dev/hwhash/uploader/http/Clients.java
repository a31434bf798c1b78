// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import dev.hwhash.registration.http.BareClient;
import dev.hwhash.uploader.proxy.Proxies;
import dev.hwhash.uploader.trust.Trust;
import dev.hwhash.uploader.trust.UnusableCertificatesException;
import okhttp3.OkHttpClient;

/** OkHttp with this machine's proxy, and with whom it trusts. */
final class Clients {

    private Clients() {}

    static OkHttpClient of(TransportSettings settings, ShownNames names) throws UnusableSettingsException {
        Trust trust = trust(settings);
        return BareClient.builder(settings.silence())
                .sslSocketFactory(trust.sockets(), trust.decision())
                .hostnameVerifier(names)
                .proxySelector(Proxies.of(settings.proxy()))
                .proxyAuthenticator(new BasicProxyLogin(settings.proxyCredentials()))
                .build();
    }

    private static Trust trust(TransportSettings settings) throws UnusableSettingsException {
        try {
            return Trust.of(settings.caFile(), settings.elevated());
        } catch (UnusableCertificatesException e) {
            throw new UnusableSettingsException(e.getMessage(), e);
        }
    }
}
