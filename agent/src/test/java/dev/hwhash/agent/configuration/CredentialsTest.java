// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.SilentMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret counts only together with what stands beside it. */
class CredentialsTest {

    private static final String SERVICE = "https://hwhash.contoso.com";

    @TempDir
    private Path folder;

    private final Map<String, String> variables = new HashMap<>();

    @Test
    void tokenIsForTheServiceBesideItWhateverAnotherPlaceSays() throws IOException, ProblemException {
        configure("service = " + SERVICE + "\ntoken = HWT-1");
        variables.put("HWHASH_SERVICE", "https://elsewhere.example");

        Credentials credentials = credentials(Optional.empty()).orElseThrow();

        assertThat(credentials.service()).isEqualTo(SERVICE);
        assertThat(credentials.token()).isEqualTo("HWT-1");
        assertThat(credentials.where()).isEqualTo(conf().toString());
    }

    @Test
    void tokenWithoutItsServiceIsRefused() throws IOException {
        configure("token = HWT-1");
        variables.put("HWHASH_SERVICE", SERVICE);

        assertThat(refusal(Optional.empty()))
                .contains("the token in " + conf(), "service = https://... and token = ...")
                .doesNotContain("HWT-1");
    }

    @Test
    void secretFileIsLookedUpFromTheFileThatNamesIt() throws IOException, ProblemException {
        configure("service = https://elsewhere.example\nsecret-file = my.secret");
        Path secret = secret("service = " + SERVICE + "\ntoken = HWT-2\n");

        assertThat(credentials(Optional.empty())).contains(new Credentials(SERVICE, "HWT-2", Optional.of(secret)));
    }

    @Test
    void secretFileOfTheCommandLineComesFirst() throws IOException, ProblemException {
        configure("service = " + SERVICE + "\ntoken = HWT-1");
        Path secret = secret("service = " + SERVICE + "\ntoken = HWT-2\n");

        assertThat(credentials(Optional.of(secret)).orElseThrow().token()).isEqualTo("HWT-2");
    }

    @Test
    void secretFileNeedsBothLines() throws IOException {
        assertThat(refusal(Optional.of(secret("service = " + SERVICE)))).contains("has no token", "the two lines");
        assertThat(refusal(Optional.of(secret("token = HWT-2")))).contains("no service beside it");
        assertThat(refusal(Optional.of(folder.resolve("none")))).contains("there is no such file");
    }

    @Test
    void twoSecretsInOnePlaceAreRefused() throws IOException {
        configure("service = " + SERVICE + "\ntoken = HWT-1\nsecret-file = my.secret");

        assertThat(refusal(Optional.empty())).contains("has a token and a secret-file");
    }

    @Test
    void passwordIsForTheProxyBesideIt() throws IOException, ProblemException {
        configure("proxy = http://proxy:8080\nproxy-user = me\nproxy-password = HWT-p");

        assertThat(configuration().proxyLogin("http://proxy:8080")).contains(new ProxyLogin("me", "HWT-p"));
        assertThat(configuration().proxyLogin("http://other:8080")).isEmpty();
        configure("proxy = http://proxy:8080\nproxy-password = HWT-p");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> configuration().proxyLogin("http://proxy:8080"))
                .withMessageContaining("write all three there");
    }

    private String refusal(Optional<Path> secretFile) {
        return assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> credentials(secretFile))
                .actual()
                .problem()
                .words();
    }

    private Optional<Credentials> credentials(Optional<Path> secretFile) throws ProblemException {
        return configuration().credentials(secretFile, SilentMessages.make());
    }

    private Configuration configuration() throws ProblemException {
        return new ConfigurationReader(name -> Optional.ofNullable(variables.get(name)), folder, false, false)
                .read(Optional.empty());
    }

    private Path conf() {
        return folder.resolve("hwhash.conf");
    }

    private void configure(String text) throws IOException {
        Files.writeString(conf(), text);
    }

    private Path secret(String text) throws IOException {
        return Files.writeString(folder.resolve("my.secret"), text);
    }
}
