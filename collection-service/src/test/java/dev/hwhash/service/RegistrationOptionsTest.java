// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hwhash.registration.endpoint.Cloud;
import dev.hwhash.registration.signin.SignIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The options by which the service registers, and their file. */
class RegistrationOptionsTest {

    private static final String SECRET = "s3cret-Value~1";
    private static final String APP = "tenant = Contoso.example\nclient-id = 0b9d7c52-6f4e-4c3b-8a2d-5e6f7a8b9c0d\n";
    private static final String WITH_SECRET = APP + "client-secret = " + SECRET + "\n";
    private static final String CUSTOMER = "customer = 7F1C3F3E-4A7B-4D5E-9C1D-1F0E2D3C4B5A\n";

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        Path file = folder.resolve("registration.conf");
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private static RegistrationSettings settings(String target, Path file) throws FailedException {
        return CommandLine.populateCommand(
                        new RegistrationOptions(), "--register-with", target, "--registration-file", file.toString())
                .settings()
                .orElseThrow();
    }

    private static void assertRefused(String target, Path file, String words) {
        assertThatExceptionOfType(FailedException.class)
                .isThrownBy(() -> settings(target, file))
                .satisfies(failed -> {
                    assertThat(failed.exit()).isEqualTo(ExitCode.USAGE);
                    assertThat(failed.words()).contains(words).doesNotContain(SECRET);
                });
    }

    @Test
    void withoutTheOptionsNothingIsRegistered() throws Exception {
        assertThat(CommandLine.populateCommand(new RegistrationOptions()).settings())
                .isEmpty();
    }

    @Test
    void theOptionsGoTogether() {
        for (String[] one : new String[][] {{"--register-with", "intune"}, {"--registration-file", "f"}}) {
            assertThatExceptionOfType(FailedException.class)
                    .isThrownBy(() -> CommandLine.populateCommand(new RegistrationOptions(), one)
                            .settings())
                    .satisfies(failed -> assertThat(failed.words()).contains("give both"));
        }
    }

    @Test
    void readsWhoAsksAndWhere() throws Exception {
        RegistrationSettings settings = settings("intune", file("# ours\n\n" + WITH_SECRET + "cloud = usgov\n"));
        assertThat(settings.signIn())
                .isInstanceOfSatisfying(
                        SignIn.ClientSecret.class,
                        app -> assertThat(app.secret()).isEqualTo(SECRET))
                .hasToString("the app 0b9d7c52-6f4e-4c3b-8a2d-5e6f7a8b9c0d in contoso.example by a client secret");
        assertThat(settings.endpoints()).isEqualTo(Cloud.USGOV.endpoints());
        assertThat(settings.customer()).isEmpty();
        RegistrationSettings partner = settings(
                "partner-center", file(WITH_SECRET + CUSTOMER + "partnerCenterEndpoint = http://127.0.0.1:8091\n"));
        assertThat(partner.customer().orElseThrow()).hasToString("7f1c3f3e-4a7b-4d5e-9c1d-1f0e2d3c4b5a");
        assertThat(partner.endpoints().partnerCenter().orElseThrow()).hasToString("http://127.0.0.1:8091");
        assertThat(settings + "" + partner).doesNotContain(SECRET);
    }

    @Test
    void aSecretMayHoldWhatALineHasOtherwise() throws Exception {
        assertThat(settings("intune", file(APP + "client-secret = a=b # c\\n\n"))
                        .signIn())
                .isInstanceOfSatisfying(
                        SignIn.ClientSecret.class,
                        app -> assertThat(app.secret()).isEqualTo("a=b # c\\n"));
    }

    @ParameterizedTest
    @CsvSource({"rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx"})
    void aFileThatOthersCanReadOrWriteIsRefused(String rights) throws Exception {
        Path file = file(WITH_SECRET);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        assertRefused("intune", file, "chmod 600");
    }

    @ParameterizedTest
    @CsvSource({
        "intune, 'secret = x', unknown key secret",
        "intune, 'client-secret', not key = value",
        "intune, 'client-secret =', no value",
        "intune, 'tenant = other.example', again",
        "intune, 'cloud = mars', usgov-dod",
        "intune, 'client-certificate = key.pem', both",
        "intune, 'graphEndpoint = http://graph.example', plain http",
        "intune, 'customer = 7f1c3f3e-4a7b-4d5e-9c1d-1f0e2d3c4b5a', remove the line",
        "partner-center, '', customer",
        "partner-center, 'customer = contoso.example', tenant ID",
        "elsewhere, '', intune or partner-center"
    })
    void whatIsNotFitIsSaidWithoutTheSecret(String target, String more, String words) throws Exception {
        assertRefused(target, file(WITH_SECRET + more + "\n"), words);
    }

    @Test
    void aBrokenLineOfASecretIsNotShown() throws Exception {
        assertRefused("intune", file(APP + SECRET + "==\n"), "unknown key of 14 characters");
        assertRefused("intune", file(APP + "client-secret = a\n" + SECRET + "\n"), "not key = value");
    }

    @ParameterizedTest
    @CsvSource({
        "'tenant = contoso.example', client-id",
        "'client-id = 0b9d7c52-6f4e-4c3b-8a2d-5e6f7a8b9c0d', tenant",
        "'', tenant"
    })
    void whatIsMissingIsNamed(String text, String words) throws Exception {
        assertRefused("intune", file(text), "no line " + words);
    }

    @Test
    void aFileThatIsNotThereOrTooLargeOrNoAppIsRefused() throws Exception {
        assertRefused("intune", folder.resolve("missing.conf"), "cannot be read");
        assertRefused("intune", file("#" + "x".repeat(70_000)), "the most are");
        assertRefused("intune", file(WITH_SECRET.replace("0b9d7c52", "app")), "GUID");
        assertRefused("intune", file(WITH_SECRET.replace("Contoso.example", "common")), "neither a GUID nor a domain");
        assertRefused("intune", file(APP), "neither");
        assertRefused("intune", file(APP + "client-certificate = missing.pem\n"), "cannot be read");
        assertRefused("partner-center", file(WITH_SECRET + CUSTOMER + "cloud = usgov\n"), "no Partner Center");
    }
}
