// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import java.io.OutputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A certification authority of one test, and a server certificate that it has issued for this machine. */
final class Certificates {

    private static final String PASSWORD = "synthetic-password";

    private final Path folder;
    private final HeldCertificate authority = new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("hwhash test authority")
            .build();
    private final HeldCertificate server = new HeldCertificate.Builder()
            .signedBy(authority)
            .commonName("localhost")
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .build();

    Certificates(Path folder) {
        this.folder = folder;
    }

    /** Returns a file with the authority's certificate, as {@code --ca-file} takes it. */
    Path authorityFile() throws Exception {
        return Files.writeString(folder.resolve("authority.pem"), authority.certificatePem());
    }

    /** Returns a client that trusts the authority and nobody else. */
    HttpClient trusting() {
        HandshakeCertificates trusted = new HandshakeCertificates.Builder()
                .addTrustedCertificate(authority.certificate())
                .build();
        return HttpClient.newBuilder().sslContext(trusted.sslContext()).build();
    }

    /** Returns the options by which the service speaks TLS with the server's certificate. */
    String[] serviceOptions() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("service", server.keyPair().getPrivate(), PASSWORD.toCharArray(), new Certificate[] {
            server.certificate(), authority.certificate()
        });
        Path file = folder.resolve("service.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        Path password = Files.writeString(folder.resolve("password.txt"), PASSWORD + "\n");
        return new String[] {"--tls-keystore", file.toString(), "--tls-password-file", password.toString()};
    }
}
