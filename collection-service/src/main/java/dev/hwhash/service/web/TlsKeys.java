// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import java.security.KeyStore;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A private key with its certificates, opened. */
public final class TlsKeys {

    private final KeyStore store;
    private final String password;

    /**
     * Takes an opened key store.
     *
     * @param store with one private key
     * @param password of that key
     */
    public TlsKeys(KeyStore store, String password) {
        this.store = store;
        this.password = password;
    }

    /** Returns what Jetty needs: TLS 1.2 and 1.3 with the JDK's ciphers. */
    SslContextFactory.Server context() {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(store);
        context.setKeyManagerPassword(password);
        return context;
    }

    /** Shows nothing of it. */
    @Override
    public String toString() {
        return "TlsKeys";
    }
}
