// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.uploader.Service;
import dev.hwhash.uploader.http.Outcome.Cause;
import dev.hwhash.uploader.http.Outcome.Unsettled;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a connection trusts, and what is said of a certificate that it does not. */
class TlsTest {

    private final Instant now = Instant.now();

    private final HeldCertificate authority = new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("Contoso Test Authority")
            .build();

    @TempDir
    private Path folder;

    private HeldCertificate.Builder certificate() {
        return new HeldCertificate.Builder().signedBy(authority).addSubjectAlternativeName("127.0.0.1");
    }

    private HeldCertificate valid(Duration from, Duration to) {
        return certificate()
                .validityInterval(now.plus(from).toEpochMilli(), now.plus(to).toEpochMilli())
                .build();
    }

    private Path caFile() throws Exception {
        return Files.writeString(folder.resolve("ca.pem"), "# ours\n" + authority.certificatePem(), US_ASCII);
    }

    private Outcome send(HeldCertificate shown, Optional<Path> caFile) throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.useHttps(new HandshakeCertificates.Builder()
                    .heldCertificate(shown, authority.certificate())
                    .build()
                    .sslSocketFactory());
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return Service.receipt(request);
                }
            });
            server.start();
            Outcome outcome =
                    Answers.send(Service.url("https://127.0.0.1:" + server.getPort()), Answers.settings(caFile));
            boolean received = outcome instanceof Outcome.Received;
            assertThat(server.getRequestCount())
                    .as("a request is sent to a trusted server alone")
                    .isEqualTo(received ? 1 : 0);
            return outcome;
        }
    }

    @Test
    void anAuthorityInTheFileIsTrusted() throws Exception {
        assertThat(send(certificate().build(), Optional.of(caFile()))).isInstanceOf(Outcome.Received.class);
    }

    @Test
    void anUnknownAuthorityIsNamed() throws Exception {
        Unsettled outcome = Answers.unsettled(send(certificate().build(), Optional.empty()));
        assertThat(outcome.cause()).isEqualTo(Cause.CERTIFICATE);
        assertThat(outcome.words()).contains("CN=Contoso Test Authority", "--ca-file");
    }

    @Test
    void theNamesOfAnotherHostAreTold() throws Exception {
        HeldCertificate other = new HeldCertificate.Builder()
                .signedBy(authority)
                .addSubjectAlternativeName("intake.contoso.example")
                .addSubjectAlternativeName("10.1.2.3")
                .build();
        Unsettled outcome = Answers.unsettled(send(other, Optional.of(caFile())));
        assertThat(outcome.cause()).isEqualTo(Cause.CERTIFICATE);
        assertThat(outcome.words()).contains("is for intake.contoso.example, 10.1.2.3");
    }

    @Test
    void aCertificateOutOfItsTimeIsToldWithThisPcsTime() throws Exception {
        Unsettled expired =
                Answers.unsettled(send(valid(Duration.ofDays(-9), Duration.ofDays(-2)), Optional.of(caFile())));
        assertThat(expired.cause()).isEqualTo(Cause.CERTIFICATE);
        assertThat(expired.words())
                .contains(
                        "has expired",
                        now.toString().substring(0, 11),
                        now.minus(Duration.ofDays(2)).toString().substring(0, 11));

        Unsettled early = Answers.unsettled(send(valid(Duration.ofDays(2), Duration.ofDays(9)), Optional.of(caFile())));
        assertThat(early.cause()).isEqualTo(Cause.CERTIFICATE);
        assertThat(early.words()).contains("is not yet valid", "set the clock");
    }

    @Test
    void aFileWithoutACertificateIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("not.pem"), "-----BEGIN PRIVATE KEY-----\n", US_ASCII);
        assertThatThrownBy(() -> OkHttpTransport.of(Answers.settings(Optional.of(file))))
                .isInstanceOf(UnusableSettingsException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("no line of it is -----BEGIN CERTIFICATE-----");
    }
}
