// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.trust;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Where trusted roots come from. */
final class Roots {

    /** Present since JDK 19, in 17 by an update. Without it, the view of the user holds the machine's roots too. */
    private static final String MACHINE = "Windows-ROOT-LOCALMACHINE";

    private static final String USER = "Windows-ROOT";

    private Roots() {}

    /** Returns the names of the stores of Windows that count: what a mere user may add to must not rule an elevated run. */
    static List<String> windowsStores(String osName, boolean elevated) {
        if (!osName.toLowerCase(Locale.ROOT).startsWith("windows")) {
            return List.of();
        }
        return elevated ? List.of(MACHINE) : List.of(USER, MACHINE);
    }

    /** Returns the roots of the Java runtime, or those of the store that its system properties name. */
    static List<X509Certificate> ofJava() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (TrustManager found : factory.getTrustManagers()) {
            if (found instanceof X509TrustManager x509) {
                return Arrays.asList(x509.getAcceptedIssuers());
            }
        }
        return List.of();
    }

    /** Returns the roots in a store of Windows; none where this Java runtime does not know the store. */
    static List<X509Certificate> ofWindows(String name) throws GeneralSecurityException, IOException {
        KeyStore store;
        try {
            store = KeyStore.getInstance(name);
        } catch (KeyStoreException e) {
            return List.of();
        }
        store.load(null, null);
        List<X509Certificate> found = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            Certificate certificate = store.getCertificate(alias);
            if (certificate instanceof X509Certificate x509) {
                found.add(x509);
            }
        }
        return found;
    }
}
