// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.trust;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where trusted roots come from. */
class TrustTest {

    @TempDir
    private Path folder;

    private static HeldCertificate authority(String name) {
        return new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName(name)
                .build();
    }

    @Test
    void theRootsOfJavaAndOfTheFileAreTrustedTogether() throws Exception {
        HeldCertificate one = authority("One");
        HeldCertificate two = authority("Two");
        Path file = Files.writeString(
                folder.resolve("ca.pem"), "One:\r\n" + one.certificatePem() + "\nTwo\n" + two.certificatePem() + "end");
        X509Certificate[] java = Trust.of(Optional.empty(), false).decision().getAcceptedIssuers();
        assertThat(Trust.of(Optional.of(file), false).decision().getAcceptedIssuers())
                .contains(one.certificate(), two.certificate())
                .contains(java)
                .hasSize(java.length + 2);
    }

    @Test
    void whatAMereUserTrustsDoesNotRuleAnElevatedRun() {
        assertThat(Roots.windowsStores("Windows 11", false))
                .containsExactly("Windows-ROOT", "Windows-ROOT-LOCALMACHINE");
        assertThat(Roots.windowsStores("Windows 11", true)).containsExactly("Windows-ROOT-LOCALMACHINE");
        assertThat(Roots.windowsStores("Linux", false)).isEmpty();
    }

    @Test
    void aStoreThatThisJavaDoesNotKnowIsEmpty() throws Exception {
        assertThat(Roots.ofWindows("Windows-NO-SUCH-STORE")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no certificate",
                "-----BEGIN CERTIFICATE-----\nAAAA",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n"
            })
    void aFileThatHoldsNoneIsRefusedByName(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("ca.pem"), text, US_ASCII);
        assertThatExceptionOfType(UnusableCertificatesException.class)
                .isThrownBy(() -> Trust.of(Optional.of(file), false))
                .withMessageContaining(file.toString())
                .withMessageContaining("in pem");
    }

    @Test
    void oneBadCertificateAmongGoodOnesIsRefusedByItsNumber() throws Exception {
        String good = authority("Good").certificatePem();
        String bad = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        Path file = Files.writeString(folder.resolve("ca.pem"), good + bad, US_ASCII);
        assertThatExceptionOfType(UnusableCertificatesException.class)
                .isThrownBy(() -> Trust.of(Optional.of(file), false))
                .withMessageContaining("certificate 2 cannot be decoded");
    }

    @Test
    void aFileThatIsNotThereOrFarTooLargeIsRefused() throws Exception {
        assertThatExceptionOfType(UnusableCertificatesException.class)
                .isThrownBy(() -> Trust.of(Optional.of(folder.resolve("none.pem")), false))
                .withMessageContaining("it does not exist");
        Path large = Files.write(folder.resolve("large.pem"), new byte[(1 << 20) + 1]);
        assertThatExceptionOfType(UnusableCertificatesException.class)
                .isThrownBy(() -> Trust.of(Optional.of(large), false))
                .withMessageContaining("more than 1048576 bytes");
    }
}
