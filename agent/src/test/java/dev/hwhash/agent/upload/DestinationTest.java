// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.configuration.Configuration;
import dev.hwhash.agent.configuration.ConfigurationReader;
import dev.hwhash.agent.configuration.Credentials;
import dev.hwhash.uploader.report.ServiceUrl;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where reports go, and whether the token may go there too. */
class DestinationTest {

    private static final String OWN = "https://hwhash.contoso.com";
    private static final String OTHER = "https://other.example";
    private static final Credentials CREDENTIALS =
            new Credentials(OWN, "HWT-0123456789", Optional.of(Path.of("my.secret")));

    private final Map<String, String> variables = new HashMap<>();

    @Test
    void commandLineComesBeforeTheConfigurationAndThatBeforeTheToken() throws Exception {
        assertThat(service(asked(Optional.of(OTHER), false))).isEqualTo(ServiceUrl.of(OTHER));
        assertThat(service(asked(Optional.empty(), false))).isEqualTo(ServiceUrl.of(OWN));
        variables.put("HWHASH_SERVICE", OTHER);
        assertThat(service(asked(Optional.empty(), false))).isEqualTo(ServiceUrl.of(OTHER));
        assertThat(service(asked(Optional.empty(), true))).isEqualTo(ServiceUrl.of(OWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hwhash.contoso.com:8443",
                "https://hwhash.contoso.com.evil.example",
                "https://contoso.com",
                "http://localhost"
            })
    void tokenIsForItsSchemeHostAndPortAlone(String target) throws Exception {
        Destination destination =
                Destination.of(asked(Optional.of(target), false), configuration(), Optional.of(CREDENTIALS));

        assertThat(destination.tokens()).isEmpty();
        assertThat(destination.withoutToken().orElseThrow().id()).isEqualTo("token-of-another-service");
        assertThat(destination.withoutToken().orElseThrow().words()).doesNotContain("HWT-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://HWHASH.contoso.com", "https://hwhash.contoso.com:443/", "https://hwhash.contoso.com/x"})
    void anotherSpellingIsTheSameService(String target) throws Exception {
        Destination destination =
                Destination.of(asked(Optional.of(target), false), configuration(), Optional.of(CREDENTIALS));

        assertThat(destination.tokens()).hasSize(1);
        assertThat(destination.withoutToken()).isEmpty();
    }

    @Test
    void withoutATokenItSaysWhereToWriteIt() throws Exception {
        Destination destination = Destination.of(asked(Optional.of(OWN), false), configuration(), Optional.empty());

        assertThat(destination.withoutToken().orElseThrow().exit()).isEqualTo(ExitCode.CREDENTIALS_REFUSED);
        assertThat(destination.withoutToken().orElseThrow().words()).contains("--secret-file");
    }

    @Test
    void nothingAtAllIsNoService() throws Exception {
        assertThat(Destination.of(asked(Optional.empty(), false), configuration(), Optional.empty()))
                .isEqualTo(new Destination(Optional.empty(), java.util.List.of(), Optional.empty()));
    }

    @Test
    void tokenThatIsNoneIsNotRepeated() {
        Credentials odd = new Credentials(OWN, "HWT-with a blank", Optional.empty());

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Destination.of(asked(Optional.empty(), false), configuration(), Optional.of(odd)))
                .withMessageStartingWith("the environment: ")
                .satisfies(e -> assertThat(e.problem().words()).doesNotContain("HWT-"));
    }

    private ServiceUrl service(SendRequest request) throws ProblemException {
        return Destination.of(request, configuration(), Optional.of(CREDENTIALS))
                .service()
                .orElseThrow();
    }

    private Configuration configuration() throws ProblemException {
        return new ConfigurationReader(
                        name -> Optional.ofNullable(variables.get(name)), Path.of("nowhere"), false, false)
                .read(Optional.empty());
    }

    private static SendRequest asked(Optional<String> target, boolean namesSecretFile) {
        return new SendRequest(
                target,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                namesSecretFile ? CREDENTIALS.file() : Optional.empty(),
                RegistrationRequest.NONE);
    }
}
