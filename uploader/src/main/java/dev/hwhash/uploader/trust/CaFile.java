// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.trust;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Certificates in a file of PEM (RFC 7468 §5), one or more, text between them. */
final class CaFile {

    /** All roots of Windows together are less. */
    private static final int LARGEST = 1 << 20;

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    private CaFile() {}

    static List<X509Certificate> read(Path file) throws UnusableCertificatesException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw refusal(file, "it has more than " + LARGEST + " bytes", null);
            }
            return parse(file, new String(content, ISO_8859_1));
        } catch (NoSuchFileException e) {
            throw refusal(file, "it does not exist", e);
        } catch (IOException e) {
            throw refusal(file, "it cannot be read", e);
        }
    }

    private static List<X509Certificate> parse(Path file, String text) throws UnusableCertificatesException {
        List<X509Certificate> found = new ArrayList<>();
        int at = text.indexOf(BEGIN);
        while (at >= 0) {
            int end = text.indexOf(END, at);
            if (end < 0) {
                throw refusal(file, "certificate " + (found.size() + 1) + " has no end", null);
            }
            found.add(certificate(file, found.size() + 1, text.substring(at, end + END.length())));
            at = text.indexOf(BEGIN, end);
        }
        if (found.isEmpty()) {
            throw refusal(file, "no line of it is " + BEGIN, null);
        }
        return found;
    }

    private static X509Certificate certificate(Path file, int number, String pem) throws UnusableCertificatesException {
        try {
            Certificate certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(ISO_8859_1)));
            return (X509Certificate) certificate;
        } catch (CertificateException e) {
            throw refusal(file, "certificate " + number + " cannot be decoded", e);
        }
    }

    private static UnusableCertificatesException refusal(Path file, String seen, @Nullable Throwable cause) {
        return new UnusableCertificatesException(
                "cannot take certificates from " + file + ": " + seen
                        + "; give a file with the certificate of the authority in pem",
                cause);
    }
}
