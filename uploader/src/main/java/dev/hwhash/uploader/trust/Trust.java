// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.trust;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Whom a TLS connection trusts: the roots of the Java runtime, those of Windows and those of a file, as one set of
 * anchors. A refusal is an {@link UntrustedCertificateException} with what the server showed. Immutable and thread-safe.
 *
 * @param sockets makes the connections; offers no client certificate
 * @param decision what they trust
 */
public record Trust(SSLSocketFactory sockets, X509TrustManager decision) {

    /**
     * Gathers the roots.
     *
     * @param caFile certificates in PEM that are trusted beside those of the system; empty: none
     * @param elevated whether this process has more rights than its user: of Windows, the machine's roots alone then
     *     count
     * @return whom to trust
     * @throws UnusableCertificatesException if the file holds no certificate, or the system's roots cannot be read
     */
    public static Trust of(Optional<Path> caFile, boolean elevated) throws UnusableCertificatesException {
        List<X509Certificate> anchors = new ArrayList<>();
        if (caFile.isPresent()) {
            anchors.addAll(CaFile.read(caFile.get()));
        }
        try {
            anchors.addAll(Roots.ofJava());
            for (String store : Roots.windowsStores(System.getProperty("os.name", ""), elevated)) {
                anchors.addAll(Roots.ofWindows(store));
            }
            return of(anchors);
        } catch (GeneralSecurityException | IOException e) {
            throw new UnusableCertificatesException(
                    "cannot read the certificates that this system trusts: " + e.getMessage()
                            + "; check the java runtime's cacerts",
                    e);
        }
    }

    private static Trust of(List<X509Certificate> anchors) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < anchors.size(); i++) {
            store.setCertificateEntry(Integer.toString(i), anchors.get(i));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager found : factory.getTrustManagers()) {
            if (found instanceof X509ExtendedTrustManager x509) {
                RememberingTrust decision = new RememberingTrust(x509);
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(null, new TrustManager[] {decision}, new SecureRandom());
                return new Trust(context.getSocketFactory(), decision);
            }
        }
        throw new GeneralSecurityException("no trust for X.509");
    }
}
