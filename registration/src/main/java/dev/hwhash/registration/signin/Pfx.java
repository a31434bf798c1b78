// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads PKCS #12. Pure. */
final class Pfx {

    private Pfx() {}

    static CertificateKey read(byte[] content, Optional<String> password) throws UnusableCertificateException {
        char[] opener = password.orElse("").toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), opener);
            String alias = keyOf(store);
            if (store.getKey(alias, opener) instanceof PrivateKey key) {
                return CertificateKey.of(key, chain(store, alias));
            }
            throw new UnusableCertificateException("it holds no private key");
        } catch (IOException e) {
            throw new UnusableCertificateException(
                    e.getCause() instanceof UnrecoverableKeyException
                            ? "its password is another one; configure client-certificate-password"
                            : "it is neither PFX nor PEM");
        } catch (GeneralSecurityException e) {
            throw new UnusableCertificateException("it cannot be opened ("
                    + e.getClass().getSimpleName() + "); export it again with AES256 and SHA256");
        }
    }

    private static String keyOf(KeyStore store) throws GeneralSecurityException, UnusableCertificateException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw new UnusableCertificateException("it holds " + keys.size() + " private keys; it needs one");
        }
        return keys.get(0);
    }

    private static List<X509Certificate> chain(KeyStore store, String alias) throws GeneralSecurityException {
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate certificate : store.getCertificateChain(alias)) {
            if (certificate instanceof X509Certificate x509) {
                chain.add(x509);
            }
        }
        return chain;
    }
}
