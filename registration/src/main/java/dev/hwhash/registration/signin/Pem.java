// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a key and certificates from PEM (RFC 7468); other blocks are skipped. Pure. */
final class Pem {

    private static final String BEGIN = "-----BEGIN ";
    private static final String DASHES = "-----";

    private final List<X509Certificate> certificates = new ArrayList<>();
    private @Nullable PrivateKey key;

    private Pem() {}

    static CertificateKey read(String text) throws UnusableCertificateException {
        Pem pem = new Pem();
        int from = text.indexOf(BEGIN);
        while (from >= 0) {
            int name = from + BEGIN.length();
            int nameEnd = text.indexOf(DASHES, name);
            String label = nameEnd < 0 ? "" : text.substring(name, nameEnd);
            int end = text.indexOf("-----END " + label + DASHES, name);
            if (nameEnd < 0 || end < 0) {
                throw new UnusableCertificateException("a block of its PEM does not end; copy the whole file");
            }
            pem.take(label, text.substring(nameEnd + DASHES.length(), end));
            from = text.indexOf(BEGIN, end);
        }
        if (pem.key == null) {
            throw new UnusableCertificateException(
                    "it holds no private key; a PEM file needs both, BEGIN PRIVATE KEY and BEGIN CERTIFICATE");
        }
        return CertificateKey.of(pem.key, pem.certificates);
    }

    /** Returns a block. */
    static String block(String label, byte[] content) {
        return BEGIN + label + DASHES + "\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + label
                + DASHES + "\n";
    }

    private void take(String label, String base64) throws UnusableCertificateException {
        try {
            switch (label) {
                case "PRIVATE KEY" -> key = key(base64);
                case "CERTIFICATE" -> certificates.add(certificate(base64));
                case "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY" ->
                    throw new UnusableCertificateException("its key is a \"" + label
                            + "\"; make a PFX of it: openssl pkcs12 -export -in FILE -out FILE.pfx");
                default -> {}
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnusableCertificateException("its block \"" + label + "\" cannot be read; copy the whole file");
        }
    }

    private PrivateKey key(String base64) throws GeneralSecurityException, UnusableCertificateException {
        if (key != null) {
            throw new UnusableCertificateException("it holds several private keys; it needs one");
        }
        byte[] encoded = Base64.getMimeDecoder().decode(base64);
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new UnusableCertificateException("its key is no RSA key; a sign-in takes RSA, of 2048 bits or more");
        }
    }

    private static X509Certificate certificate(String base64) throws GeneralSecurityException {
        byte[] encoded = Base64.getMimeDecoder().decode(base64);
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }
}
