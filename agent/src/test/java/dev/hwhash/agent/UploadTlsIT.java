// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose certificate is believed. */
class UploadTlsIT {

    private final HeldCertificate authority = new HeldCertificate.Builder()
            .commonName("Contoso Root")
            .certificateAuthority(0)
            .build();
    private final HeldCertificate own = new HeldCertificate.Builder()
            .addSubjectAlternativeName("localhost")
            .signedBy(authority)
            .build();
    private final ServiceDouble service = ServiceDouble.startTls(new HandshakeCertificates.Builder()
            .heldCertificate(own, authority.certificate())
            .build()
            .sslSocketFactory());

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("my.secret"), "service = " + service.url() + "\ntoken = HWT-0123456789\n");
        Files.writeString(
                folder.resolve("one.txt"), SyntheticHash.of("HWHASH-0001").text());
        Files.writeString(folder.resolve("root.pem"), authority.certificatePem());
        HeldCertificate other =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        Files.writeString(folder.resolve("other.pem"), other.certificatePem());
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void namedAuthorityIsBelieved() {
        upload("--ca-file", "root.pem").exits(0);

        assertThat(service.seen()).hasSize(1);
    }

    @Test
    void unknownAuthorityIsNot() {
        assertThat(upload().exits(30).only("error", "kept-certificate")).contains("--ca-file", "1 report is kept");
        assertThat(service.seen()).isEmpty();
    }

    @Test
    void anotherAuthorityIsNot() {
        upload("--ca-file", "other.pem").exits(30).only("error", "kept-certificate");

        assertThat(service.seen()).isEmpty();
    }

    @Test
    void fileWithoutCertificatesIsRefused() {
        upload("--ca-file", "one.txt").exits(10).only("error", "settings-refused");
    }

    private HwhashRun upload(String... more) {
        String[] words = new String[6 + more.length];
        System.arraycopy(
                new String[] {"upload", "one.txt", "--outbox", "outbox", "--secret-file", "my.secret"}, 0, words, 0, 6);
        System.arraycopy(more, 0, words, 6, more.length);
        return Hwhash.in(folder).run(words);
    }
}
