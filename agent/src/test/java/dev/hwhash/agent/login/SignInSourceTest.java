// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.Sessions;
import dev.hwhash.agent.SilentMessages;
import dev.hwhash.registration.endpoint.Cloud;
import dev.hwhash.registration.login.Login;
import dev.hwhash.registration.login.LoginStore;
import dev.hwhash.registration.login.Protection;
import dev.hwhash.registration.signin.SignIn;
import dev.hwhash.registration.signin.Tenant;
import dev.hwhash.registration.signin.TokenStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By which right devices are registered, and where that right counts. */
class SignInSourceTest {

    private static final UUID APP = UUID.fromString("11111111-2222-3333-4444-555555555555");
    private static final Tenant TENANT = new Tenant("contoso.com");
    private static final String SECRET = "tenant = contoso.com\nclient-id = " + APP + "\nclient-secret = HWT-secret\n";
    private static final Login USER =
            new Login(Cloud.USGOV.endpoints(), new SignIn.User(TENANT, APP), Optional.of("HWT-tokens"));

    @TempDir
    private Path folder;

    @Test
    void fileOfTheCommandLineComesBeforeTheConfigurationAndThatBeforeWhoSignedIn() throws Exception {
        store().write(USER);
        assertThat(find(Optional.empty()).signIn()).isEqualTo(USER.signIn());
        assertThat(find(Optional.empty()).store().load()).contains("HWT-tokens");

        conf(SECRET);
        assertThat(find(Optional.empty()).signIn()).isEqualTo(new SignIn.ClientSecret(TENANT, APP, "HWT-secret"));
        assertThat(find(Optional.empty()).store()).isSameAs(TokenStore.NONE);

        Path file = Files.writeString(folder.resolve("app"), SECRET.replace("HWT-secret", "HWT-other"));
        assertThat(find(Optional.of(file)).signIn()).isEqualTo(new SignIn.ClientSecret(TENANT, APP, "HWT-other"));
    }

    @Test
    void secretStaysWithTheCloudAndTheEndpointBesideIt() throws Exception {
        conf("cloud = usgov\nloginEndpoint = https://elsewhere.example\ngraphEndpoint = https://graph.example");
        Path file = Files.writeString(
                folder.resolve("app"), SECRET + "cloud = china\nloginEndpoint = https://login.example");

        SignedIn found = find(Optional.of(file));

        assertThat(found.endpoints().cloud()).isEqualTo(Cloud.CHINA);
        assertThat(found.endpoints().login()).hasToString("https://login.example:443");
        assertThat(found.endpoints().graph()).hasToString("https://graph.example:443");
    }

    @Test
    void whoSignedInElsewhereIsNotUsedHere() throws Exception {
        store().write(USER);
        for (String other : new String[] {"cloud = global", "graphEndpoint = https://graph.example"}) {
            conf(other);
            assertThat(refused("sign-in-elsewhere")).contains("cloud usgov", "hwhash login");
        }
        conf("cloud = usgov\ngraphEndpoint = https://graph.microsoft.us");
        assertThat(find(Optional.empty()).endpoints()).isEqualTo(Cloud.USGOV.endpoints());
    }

    @Test
    void withoutAnyBothWaysAreTold() throws IOException {
        assertThat(refused("sign-in-missing")).contains("hwhash login", "--secret-file", "hwhash.conf");
    }

    @Test
    void damagedSignInIsToldWithTheRemedy() throws Exception {
        store().write(USER);
        Files.writeString(store().path(), "{");
        assertThat(refused("sign-in-unreadable")).contains("damaged", "hwhash login");
    }

    private String refused(String id) {
        Problem problem = catchThrowableOfType(ProblemException.class, () -> find(Optional.empty()))
                .problem();
        assertThat(problem.exit()).isEqualTo(ExitCode.CREDENTIALS_REFUSED);
        assertThat(problem.id()).isEqualTo(id);
        return problem.words();
    }

    private SignedIn find(Optional<Path> secretFile) throws ProblemException {
        Session session = Sessions.in(folder, false, SilentMessages.make());
        return SignInSource.find(secretFile, session, new StoredLogin(store(), session));
    }

    private LoginStore store() {
        return new LoginStore(folder.resolve("own").resolve("login"), Protection.BY_RIGHTS_OF_THE_FILE);
    }

    private void conf(String text) throws IOException {
        Files.writeString(folder.resolve("hwhash.conf"), text);
    }
}
