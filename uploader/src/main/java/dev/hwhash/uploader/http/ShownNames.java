// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import java.io.IOException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import okhttp3.OkHttpClient;

/** Compares names as OkHttp does, and remembers the certificate that was for another host. Thread-safe. */
final class ShownNames implements HostnameVerifier {

    private final HostnameVerifier usual = new OkHttpClient().hostnameVerifier();
    private volatile List<X509Certificate> other = List.of();

    @Override
    public boolean verify(String host, SSLSession session) {
        boolean right = usual.verify(host, session);
        if (!right) {
            other = chain(session);
        }
        return right;
    }

    private static List<X509Certificate> chain(SSLSession session) {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            for (Certificate certificate : session.getPeerCertificates()) {
                if (certificate instanceof X509Certificate x509) {
                    chain.add(x509);
                }
            }
        } catch (SSLPeerUnverifiedException e) {
            return List.of();
        }
        return chain;
    }

    /** Returns the failure with the certificate that it is about. */
    IOException explained(IOException failure) {
        return failure instanceof SSLPeerUnverifiedException ? new WrongNameException(other, failure) : failure;
    }
}
