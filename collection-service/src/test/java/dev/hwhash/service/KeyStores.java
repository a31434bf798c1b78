// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for this machine, made by the JDK's keytool. */
public final class KeyStores {

    private static final String PASSWORD = "synthetic-password";

    private final Path store;
    private final Path password;

    private KeyStores(Path store, Path password) {
        this.store = store;
        this.password = password;
    }

    /** Makes one in a folder. */
    public static KeyStores in(Path folder) throws Exception {
        Path store = folder.resolve("service.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "service",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool made no key store");
        }
        return new KeyStores(store, Files.writeString(folder.resolve("password.txt"), PASSWORD + "\n"));
    }

    /** Returns the options by which the service speaks TLS. */
    public String[] options() {
        return new String[] {"--tls-keystore", store.toString(), "--tls-password-file", password.toString()};
    }

    /** Returns a file with the certificate, as other servers and the command's {@code --ca-file} take it. */
    public Path certificate() throws Exception {
        byte[] der = opened().getCertificate("service").getEncoded();
        return pem("certificate", "CERTIFICATE", der);
    }

    /** Returns a file with its private key, as other servers take it. */
    public Path key() throws Exception {
        byte[] der = opened().getKey("service", PASSWORD.toCharArray()).getEncoded();
        return pem("key", "PRIVATE KEY", der);
    }

    private Path pem(String name, String kind, byte[] der) throws Exception {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return Files.writeString(
                store.resolveSibling(name + ".pem"),
                "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
    }

    private KeyStore opened() throws Exception {
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            own.load(in, PASSWORD.toCharArray());
        }
        return own;
    }

    /** Returns a client that trusts this certificate and no other. */
    public HttpClient.Builder trusting() throws Exception {
        return HttpClient.newBuilder().sslContext(trust());
    }

    /** Returns the same trust, for a connection of one's own. */
    SSLContext trust() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("service", opened().getCertificate("service"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
