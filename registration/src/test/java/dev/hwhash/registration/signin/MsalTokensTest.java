// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hwhash.registration.credential.AccessToken;
import dev.hwhash.registration.credential.AccessTokens;
import dev.hwhash.registration.credential.AccessTokens.Resource;
import dev.hwhash.registration.credential.SignInException;
import dev.hwhash.registration.endpoint.Cloud;
import dev.hwhash.registration.endpoint.Endpoints;
import dev.hwhash.registration.endpoint.Origin;
import dev.hwhash.registration.fake.Behaviour;
import dev.hwhash.registration.fake.FakeMicrosoft;
import dev.hwhash.registration.fake.login.Directory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of an app, from a token endpoint on this machine. */
class MsalTokensTest {

    private static final Duration TIME = Duration.ofSeconds(20);
    private static final UUID APP = UUID.fromString("11111111-2222-3333-4444-555555555555");
    private static final Tenant TENANT = new Tenant("contoso.onmicrosoft.com");
    private static final SignIn SECRET = new SignIn.ClientSecret(TENANT, APP, "HWT-secret");

    private static final Origin GRAPH = new Origin("https", "graph.microsoft.com", 443);

    private TokenEndpoint login;

    @BeforeEach
    void start() throws IOException {
        login = new TokenEndpoint();
    }

    @AfterEach
    void stop() {
        login.close();
    }

    @Test
    void secretBringsATokenForGraphAlone() throws SignInException {
        login.token("one", 3599);

        AccessToken token = tokens(Cloud.GLOBAL).token(Resource.GRAPH, TIME);

        assertThat(token.authorization(GRAPH)).isEqualTo("Bearer one");
        assertThat(login.seen()).hasSize(1);
        assertThat(login.seen().get(0).path()).isEqualTo("/contoso.onmicrosoft.com/oauth2/v2.0/token");
        assertThat(login.seen().get(0).form())
                .containsAllEntriesOf(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", APP.toString(),
                        "client_secret", "HWT-secret",
                        "scope", "https://graph.microsoft.com/.default"));
    }

    @Test
    void tokenIsAskedForOnceUntilItIsRefused() throws SignInException {
        login.token("one", 3599).token("two", 3599);
        AccessTokens tokens = tokens(Cloud.GLOBAL);

        AccessToken first = tokens.token(Resource.GRAPH, TIME);
        assertThat(tokens.token(Resource.GRAPH, TIME)).isSameAs(first);
        AccessToken second = tokens.renewed(Resource.GRAPH, first, TIME);

        assertThat(second).isNotSameAs(first);
        assertThat(tokens.renewed(Resource.GRAPH, first, TIME))
                .as("who comes late with the same one")
                .isSameAs(second);
        assertThat(login.seen()).hasSize(2);
    }

    @Test
    void wrongSecretIsToldWithoutWhatTheAnswerQuotes() {
        login.refusal("invalid_client", 7000215);

        SignInException refused = catchThrowableOfType(
                SignInException.class, () -> tokens(Cloud.GLOBAL).token(Resource.GRAPH, TIME));

        assertThat(refused.kind()).isEqualTo(SignInException.Kind.REFUSED);
        assertThat(refused)
                .hasMessageContaining("not its id")
                .hasMessageContaining("AADSTS7000215")
                .hasMessageContaining("trace 0a0b0c0d-1111-2222-3333-444455556666")
                .hasMessageNotContaining("HWT-");
        assertThat(login.seen()).hasSize(1);
    }

    @Test
    void certificateSignsForThisEndpointAlone() throws SignInException {
        HeldCertificate held = new HeldCertificate.Builder().rsa2048().build();
        SignIn app = new SignIn.ClientCertificate(
                new Tenant(Directory.TENANT),
                UUID.fromString(Directory.CLIENT_ID),
                new CertificateKey(held.keyPair().getPrivate(), List.of(held.certificate())));
        try (FakeMicrosoft microsoft = FakeMicrosoft.start(Behaviour.DEFAULT)) {
            microsoft.directory().register(held.certificate());
            Endpoints endpoints =
                    Cloud.GLOBAL.endpoints().with(Optional.empty(), Optional.of(microsoft.login()), Optional.empty());

            AccessToken token = MsalTokens.of(app, endpoints, login.connection(), TokenStore.NONE)
                    .token(Resource.GRAPH, TIME);

            assertThat(microsoft.directory().token(token.authorization(GRAPH))).isPresent();
            assertThat(microsoft.violations()).isEmpty();
        }
    }

    @Test
    void partnerCenterIsThereInTwoCloudsOnly() throws SignInException {
        login.token("one", 3599);

        assertThat(tokens(Cloud.CHINA).token(Resource.PARTNER_CENTER, TIME)).isNotNull();
        assertThat(login.seen().get(0).form())
                .containsEntry("scope", "https://partner.partnercenterapi.microsoftonline.cn/.default");
        assertThat(catchThrowableOfType(
                        SignInException.class, () -> tokens(Cloud.USGOV).token(Resource.PARTNER_CENTER, TIME)))
                .hasMessageContaining("usgov has no Partner Center");
    }

    @Test
    void silenceEndsWithTheDeadline() {
        login.silent();

        SignInException late = catchThrowableOfType(
                SignInException.class, () -> tokens(Cloud.GLOBAL).token(Resource.GRAPH, Duration.ofMillis(300)));

        assertThat(late.kind()).isEqualTo(SignInException.Kind.DEADLINE);
    }

    @Test
    void answerWithoutATokenIsNone() {
        login.json(200, "{}");

        assertThat(catchThrowableOfType(
                                SignInException.class,
                                () -> tokens(Cloud.GLOBAL).token(Resource.GRAPH, TIME))
                        .kind())
                .isEqualTo(SignInException.Kind.UNREACHABLE);
    }

    private AccessTokens tokens(Cloud cloud) {
        return MsalTokens.of(SECRET, login.of(cloud), login.connection(), TokenStore.NONE);
    }
}
