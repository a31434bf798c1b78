// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** Files with a certificate and its key. */
class CertificateKeyTest {

    private static final HeldCertificate RSA =
            new HeldCertificate.Builder().rsa2048().commonName("hwhash").build();
    private static final HeldCertificate OTHER =
            new HeldCertificate.Builder().rsa2048().commonName("other").build();
    private static final HeldCertificate EC = new HeldCertificate.Builder().build();

    @Test
    void pemAndPfxGiveTheSame() throws Exception {
        CertificateKey pem = read(RSA.privateKeyPkcs8Pem() + OTHER.certificatePem() + RSA.certificatePem());
        CertificateKey pfx = CertificateKey.read(pfx(RSA, "HWT-password"), Optional.of("HWT-password"));

        assertThat(pem.chain()).containsExactly(RSA.certificate(), OTHER.certificate());
        assertThat(pfx.chain()).containsExactly(RSA.certificate());
        assertThat(pem.key()).isEqualTo(pfx.key());
        assertThat(read(pem.pem())).isEqualTo(pem);
        assertThat(pem).hasToString("a key with the certificate of CN=hwhash");
    }

    @Test
    void anythingElseIsRefusedWithTheRemedy() throws Exception {
        assertThat(refused(RSA.certificatePem())).hasMessageContaining("no private key");
        assertThat(refused(RSA.privateKeyPkcs8Pem())).hasMessageContaining("no certificate of its key");
        assertThat(refused(RSA.privateKeyPkcs8Pem() + OTHER.certificatePem()))
                .hasMessageContaining("no certificate of its key");
        assertThat(refused(RSA.privateKeyPkcs1Pem() + RSA.certificatePem())).hasMessageContaining("openssl pkcs12");
        assertThat(refused(EC.privateKeyPkcs8Pem() + EC.certificatePem())).hasMessageContaining("takes RSA");
        assertThat(refused("-----BEGIN PRIVATE KEY-----\nAAAA")).hasMessageContaining("copy the whole file");
        assertThat(refused("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"))
                .hasMessageContaining("copy the whole file");
        assertThat(refused("nothing of the kind")).hasMessageContaining("neither PFX nor PEM");
        assertThat(catchThrowableOfType(
                        UnusableCertificateException.class,
                        () -> CertificateKey.read(pfx(RSA, "HWT-password"), Optional.of("HWT-wrong"))))
                .hasMessageContaining("client-certificate-password")
                .hasMessageNotContaining("HWT-");
    }

    @Property(tries = 300)
    void anyBytesAreReadOrRefused(@ForAll byte[] content) {
        assertThat(catchThrowableOfType(
                        UnusableCertificateException.class, () -> CertificateKey.read(content, Optional.empty())))
                .isNotNull();
    }

    private static CertificateKey read(String pem) throws UnusableCertificateException {
        return CertificateKey.read(pem.getBytes(StandardCharsets.US_ASCII), Optional.empty());
    }

    private static UnusableCertificateException refused(String pem) {
        return catchThrowableOfType(UnusableCertificateException.class, () -> read(pem));
    }

    private static byte[] pfx(HeldCertificate held, String password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "app", held.keyPair().getPrivate(), password.toCharArray(), new Certificate[] {held.certificate()});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        return out.toByteArray();
    }
}
