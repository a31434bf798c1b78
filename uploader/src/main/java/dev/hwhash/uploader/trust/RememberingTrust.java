// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.trust;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Decides as another one does, and adds to a refusal what the server showed. */
final class RememberingTrust extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager decision;

    RememberingTrust(X509ExtendedTrustManager decision) {
        this.decision = decision;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        try {
            decision.checkServerTrusted(chain, authType, socket);
        } catch (CertificateException e) {
            throw new UntrustedCertificateException(List.of(chain), e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        try {
            decision.checkServerTrusted(chain, authType, engine);
        } catch (CertificateException e) {
            throw new UntrustedCertificateException(List.of(chain), e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        try {
            decision.checkServerTrusted(chain, authType);
        } catch (CertificateException e) {
            throw new UntrustedCertificateException(List.of(chain), e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        decision.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        decision.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        decision.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return decision.getAcceptedIssuers();
    }
}
