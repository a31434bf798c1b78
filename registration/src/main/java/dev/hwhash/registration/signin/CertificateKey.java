// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A key and the certificate that tells of it. Immutable.
 *
 * @param key an RSA key, the only kind that MSAL signs with; never shown
 * @param chain its certificate first, then what issued it
 */
public record CertificateKey(PrivateKey key, List<X509Certificate> chain) {

    /** Copies the chain. */
    public CertificateKey {
        chain = List.copyOf(chain);
    }

    /**
     * Reads a file: PFX (PKCS #12, RFC 7292), or PEM with a key in PKCS #8 and certificates (RFC 7468).
     *
     * @param content all of the file
     * @param password what opens a PFX; empty: none
     * @return the key and its certificates
     * @throws UnusableCertificateException if the file holds no such key, or the password is another one
     */
    public static CertificateKey read(byte[] content, Optional<String> password) throws UnusableCertificateException {
        // A PFX is DER, whose first byte no text has.
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return text.contains("-----BEGIN ") ? Pem.read(text) : Pfx.read(content, password);
    }

    /**
     * Returns both as PEM, which {@link #read} takes back.
     *
     * @return a secret, in ASCII
     */
    public String pem() {
        StringBuilder pem = new StringBuilder(Pem.block("PRIVATE KEY", key.getEncoded()));
        for (X509Certificate certificate : chain) {
            try {
                pem.append(Pem.block("CERTIFICATE", certificate.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
        return pem.toString();
    }

    /** Puts the key's own certificate before the others. */
    static CertificateKey of(PrivateKey key, List<X509Certificate> certificates) throws UnusableCertificateException {
        if (!(key instanceof RSAKey rsa)) {
            throw new UnusableCertificateException(
                    "its key is of the kind " + key.getAlgorithm() + "; a sign-in takes RSA, of 2048 bits or more");
        }
        List<X509Certificate> chain = new ArrayList<>();
        for (X509Certificate certificate : certificates) {
            boolean own = certificate.getPublicKey() instanceof RSAKey shown
                    && shown.getModulus().equals(rsa.getModulus());
            chain.add(own ? 0 : chain.size(), certificate);
        }
        boolean found = !chain.isEmpty()
                && chain.get(0).getPublicKey() instanceof RSAKey first
                && first.getModulus().equals(rsa.getModulus());
        if (!found) {
            throw new UnusableCertificateException(
                    "it has no certificate of its key; put the certificate of the app registration beside the key");
        }
        return new CertificateKey(key, chain);
    }

    /** Names the certificate, not the key. */
    @Override
    public String toString() {
        return "a key with the certificate of " + chain.get(0).getSubjectX500Principal();
    }
}
