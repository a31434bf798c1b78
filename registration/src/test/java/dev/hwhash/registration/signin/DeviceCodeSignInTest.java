// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hwhash.registration.credential.AccessTokens;
import dev.hwhash.registration.credential.AccessTokens.Resource;
import dev.hwhash.registration.credential.SignInException;
import dev.hwhash.registration.credential.SignInException.Kind;
import dev.hwhash.registration.endpoint.Cloud;
import dev.hwhash.registration.endpoint.Origin;
import dev.hwhash.registration.retry.Deadline;
import dev.hwhash.registration.signin.DeviceCodeSignIn.Code;
import dev.hwhash.registration.signin.DeviceCodeSignIn.SignedIn;
import dev.hwhash.registration.signin.TokenEndpoint.Laid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user who signs in by a code, and whose tokens are used later. */
class DeviceCodeSignInTest {

    private static final Duration TIME = Duration.ofMinutes(15);
    private static final SignIn.User USER = new SignIn.User(
            new Tenant("contoso.onmicrosoft.com"), UUID.fromString("11111111-2222-3333-4444-555555555555"));
    private static final Origin GRAPH = new Origin("https", "graph.microsoft.com", 443);

    private final FakePace pace = new FakePace();
    private final List<Code> codes = new ArrayList<>();
    private TokenEndpoint login;

    @BeforeEach
    void start() throws IOException {
        login = new TokenEndpoint();
        login.json(
                200,
                "{\"device_code\":\"HWT-device\",\"user_code\":\"ABCD-EFGH\",\"expires_in\":900,\"interval\":5,"
                        + "\"verification_uri\":\"https://microsoft.com/devicelogin\",\"message\":\"m\"}");
    }

    @AfterEach
    void stop() {
        login.close();
    }

    @Test
    void codeIsShownAndItsTokensBringOthersLater() throws SignInException {
        login.refusal("authorization_pending", 70016);
        user("one", "HWT-refresh");

        SignedIn signedIn = signIn();

        assertThat(codes)
                .containsExactly(new Code("ABCD-EFGH", "https://microsoft.com/devicelogin", Duration.ofMinutes(15)));
        assertThat(signedIn.name()).contains("admin@contoso.com");
        assertThat(pace.waits()).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
        assertThat(login.seen().get(0).form().get("scope"))
                .contains("https://graph.microsoft.com/DeviceManagementServiceConfig.ReadWrite.All")
                .contains("offline_access");
        assertThat(login.seen().get(1).form())
                .containsEntry("grant_type", "urn:ietf:params:oauth:grant-type:device_code")
                .containsEntry("device_code", "HWT-device");

        Kept store = new Kept(signedIn.tokens());
        AccessTokens later = MsalTokens.of(USER, login.of(Cloud.GLOBAL), login.connection(), store);
        assertThat(later.token(Resource.GRAPH, TIME).authorization(GRAPH)).isEqualTo("Bearer one");
        assertThat(login.seen()).as("taken from the store").hasSize(3);
        user("two", "HWT-refresh-2");
        assertThat(later.renewed(Resource.GRAPH, later.token(Resource.GRAPH, TIME), TIME)
                        .authorization(GRAPH))
                .isEqualTo("Bearer two");
        assertThat(login.seen().get(3).form()).containsEntry("refresh_token", "HWT-refresh");
        assertThat(store.text).contains("HWT-refresh-2");
    }

    @Test
    void oneSignInBringsATokenForTheOtherResourceToo() throws SignInException {
        user("one", "HWT-refresh");
        Kept store = new Kept(signIn().tokens());
        user("partner", "HWT-refresh-2");

        AccessTokens later = MsalTokens.of(USER, login.of(Cloud.GLOBAL), login.connection(), store);

        assertThat(later.ofUser()).isTrue();
        assertThat(later.token(Resource.PARTNER_CENTER, TIME)
                        .authorization(new Origin("https", "api.partnercenter.microsoft.com", 443)))
                .isEqualTo("Bearer partner");
        assertThat(login.seen().get(2).form().get("scope"))
                .contains("https://api.partnercenter.microsoft.com/user_impersonation");
    }

    @Test
    void slowDownAndLostAnswersOnlyMakeItSlower() throws SignInException {
        login.refusal("slow_down", 70016);
        login.lay(new Laid(503, "text/html", "busy", Map.of()));
        login.refusal("authorization_pending", 70016);
        user("one", "HWT-refresh");

        signIn();

        assertThat(pace.waits())
                .containsExactly(
                        Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(15));
    }

    @Test
    void declinedExpiredAndForgottenAreTold() {
        login.refusal("authorization_declined", 70018);
        assertThat(refused()).hasMessageContaining("was declined").hasMessageContaining("hwhash login");
        login.json(200, "{\"device_code\":\"d\",\"user_code\":\"u\",\"expires_in\":900,\"verification_uri\":\"x\"}")
                .refusal("expired_token", 70020);
        assertThat(refused()).hasMessageContaining("not used in time");
    }

    @Test
    void waitEndsWithTheDeadline() {
        for (int i = 0; i < 200; i++) {
            login.refusal("authorization_pending", 70016);
        }
        assertThat(refused().kind()).isEqualTo(Kind.DEADLINE);
        assertThat(pace.waits()).hasSize(179);
    }

    @Test
    void revokedSignInSaysToSignInAgain() throws SignInException {
        user("one", "HWT-refresh");
        AccessTokens later =
                MsalTokens.of(USER, login.of(Cloud.GLOBAL), login.connection(), new Kept(signIn().tokens()));
        login.refusal("invalid_grant", 700082);

        SignInException refused = catchThrowableOfType(
                SignInException.class, () -> later.renewed(Resource.GRAPH, later.token(Resource.GRAPH, TIME), TIME));

        assertThat(refused)
                .hasMessageContaining("hwhash login")
                .hasMessageContaining("AADSTS700082")
                .hasMessageNotContaining("HWT-");
    }

    @Test
    void emptyAndDamagedStoresSayToSignIn() {
        for (TokenStore store : List.of(TokenStore.NONE, new Kept("no json"), new Kept("{}"))) {
            AccessTokens tokens = MsalTokens.of(USER, login.of(Cloud.GLOBAL), login.connection(), store);
            assertThat(catchThrowableOfType(SignInException.class, () -> tokens.token(Resource.GRAPH, TIME)))
                    .hasMessageContaining("hwhash login");
        }
        assertThat(login.seen()).isEmpty();
    }

    private SignedIn signIn() throws SignInException {
        return new DeviceCodeSignIn(login.of(Cloud.GLOBAL), login.connection())
                .run(USER, Resource.GRAPH, new Deadline(TIME, pace), codes::add);
    }

    private SignInException refused() {
        return catchThrowableOfType(SignInException.class, this::signIn);
    }

    private void user(String token, String refreshToken) {
        String who = "{\"oid\":\"o\",\"sub\":\"s\",\"tid\":\"t\",\"preferred_username\":\"admin@contoso.com\"}";
        login.json(
                200,
                "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"" + token + "\",\"refresh_token\":\""
                        + refreshToken + "\",\"id_token\":\"" + encoded("{\"alg\":\"none\"}") + "." + encoded(who)
                        + ".\",\"client_info\":\"" + encoded("{\"uid\":\"u\",\"utid\":\"t\"}") + "\"}");
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps tokens in memory. */
    private static final class Kept implements TokenStore {

        private String text;

        Kept(String text) {
            this.text = text;
        }

        @Override
        public Optional<String> load() {
            return Optional.of(text);
        }

        @Override
        public void save(String tokens) {
            text = tokens;
        }
    }
}
