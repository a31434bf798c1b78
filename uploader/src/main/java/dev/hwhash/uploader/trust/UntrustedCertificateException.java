// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.trust;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;

/** A server showed certificates that nobody here vouches for, or that are out of their time. */
public final class UntrustedCertificateException extends CertificateException {

    private static final long serialVersionUID = 1L;

    private final transient List<X509Certificate> chain;

    UntrustedCertificateException(List<X509Certificate> chain, CertificateException cause) {
        super(cause);
        this.chain = List.copyOf(chain);
    }

    /**
     * Returns what the server showed.
     *
     * @return its own certificate, then those above it; perhaps none
     */
    public List<X509Certificate> chain() {
        return chain;
    }
}
