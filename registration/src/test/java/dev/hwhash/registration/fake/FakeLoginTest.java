// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.registration.fake.login.DeviceCodes.Person;
import dev.hwhash.registration.fake.login.Directory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The fake of Entra ID gives tokens to who shows a credential, in the original's words to who does not. */
class FakeLoginTest {

    private static final String BASE = "/" + Directory.TENANT + "/oauth2/v2.0/";
    private static final String GRAPH = "https://graph.microsoft.com/.default";
    private static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

    private final FakeMicrosoft fake = FakeMicrosoft.start(Behaviour.DEFAULT);
    private final RawClient client = new RawClient(fake.login());

    @AfterEach
    void close() {
        fake.close();
    }

    private RawClient.Got asked(String endpoint, String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return client.form(endpoint, form.toString());
    }

    private RawClient.Got bySecret(String clientId, String secret, String scope) {
        return asked(
                BASE + "token",
                "grant_type",
                "client_credentials",
                "client_id",
                clientId,
                "client_secret",
                secret,
                "scope",
                scope);
    }

    @Test
    void aTokenForGraphCountsThereAndNotAtPartnerCenter() {
        JsonNode answer =
                bySecret(Directory.CLIENT_ID, Directory.CLIENT_SECRET, GRAPH).json();
        String authorization = "Bearer " + answer.path("access_token").asString();
        RawClient graph = new RawClient(fake.graph());
        graph.authorization(authorization);
        assertThat(graph.get("/v1.0/deviceManagement/windowsAutopilotDeviceIdentities")
                        .status())
                .isEqualTo(200);
        assertThat(fake.violations()).isEmpty();

        RawClient partners = new RawClient(fake.partnerCenter());
        partners.authorization(authorization);
        assertThat(partners.get("/v1/customers/x/deviceBatches").status()).isEqualTo(401);
        assertThat(fake.violations()).anyMatch(violation -> violation.endsWith("a token for somebody else"));
    }

    @ParameterizedTest
    @CsvSource({
        "id, " + Directory.CLIENT_SECRET + ", " + GRAPH + ", 400, unauthorized_client, 700016",
        Directory.CLIENT_ID + ", wrong, " + GRAPH + ", 401, invalid_client, 7000215",
        Directory.CLIENT_ID + ", " + Directory.CLIENT_SECRET
                + ", https://example.com/.default, 400, invalid_scope, 70011",
        Directory.CLIENT_ID + ", " + Directory.CLIENT_SECRET
                + ", https://graph.microsoft.com/User.Read, 400, invalid_scope, 1002012"
    })
    void aRefusalIsWordedAsTheOriginalWordsIt(
            String id, String secret, String scope, int status, String error, int number) {
        RawClient.Got refused = bySecret(id, secret, scope);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.json().path("error").asString()).isEqualTo(error);
        assertThat(refused.json().at("/error_codes/0").asInt()).isEqualTo(number);
        assertThat(refused.json().path("error_description").asString()).startsWith("AADSTS" + number + ": ");
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void theScopesOfOpenIdDoNoHarm() {
        String scopes = "openid profile offline_access " + GRAPH;
        assertThat(bySecret(Directory.CLIENT_ID, Directory.CLIENT_SECRET, scopes)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anUnknownTenantIsRefused() {
        RawClient.Got refused = asked(
                "/nobody.example/oauth2/v2.0/token",
                "grant_type",
                "client_credentials",
                "client_id",
                "x",
                "client_secret",
                "x",
                "scope",
                "x");
        assertThat(refused.json().at("/error_codes/0").asInt()).isEqualTo(90002);
    }

    @Test
    void aFormThatIsIncompleteIsNoted() {
        asked(BASE + "token", "grant_type", "client_credentials", "client_id", Directory.CLIENT_ID);
        client.post(BASE + "token", "{}");
        assertThat(fake.violations()).hasSizeGreaterThan(1);
    }

    @Test
    void aCodeIsPolledUntilThePersonHasTypedIt() {
        fake.deviceCodes().person(Person.APPROVES, 1);
        String scope = "https://graph.microsoft.com/DeviceManagementServiceConfig.ReadWrite.All offline_access";
        JsonNode start = asked(BASE + "devicecode", "client_id", Directory.CLIENT_ID, "scope", scope)
                .json();
        String code = start.path("device_code").asString();
        assertThat(polled(code, scope).json().path("error").asString()).isEqualTo("authorization_pending");
        JsonNode answer = polled(code, scope).json();
        JsonNode refreshed = asked(
                        BASE + "token",
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        Directory.CLIENT_ID,
                        "refresh_token",
                        answer.path("refresh_token").asString(),
                        "scope",
                        scope)
                .json();
        assertThat(refreshed.path("access_token").asString()).isNotEmpty();
        assertThat(polled(code, scope).json().path("error").asString()).isEqualTo("bad_verification_code");
        assertThat(fake.violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DECLINES,authorization_declined", "IS_LATE,expired_token"})
    void aCodeMayEndWithoutAToken(Person person, String error) {
        fake.deviceCodes().person(person, 0);
        JsonNode start = asked(BASE + "devicecode", "client_id", Directory.CLIENT_ID, "scope", GRAPH)
                .json();
        assertThat(polled(start.path("device_code").asString(), GRAPH)
                        .json()
                        .path("error")
                        .asString())
                .isEqualTo(error);
    }

    private RawClient.Got polled(String code, String scope) {
        return asked(
                BASE + "token",
                "grant_type",
                DEVICE_CODE,
                "client_id",
                Directory.CLIENT_ID,
                "device_code",
                code,
                "scope",
                scope);
    }

    @Test
    void anAssertionSignedByTheAppsCertificateCounts() throws GeneralSecurityException {
        HeldCertificate known = new HeldCertificate.Builder().rsa2048().build();
        fake.directory().register(known.certificate());
        assertThat(byCertificate(known, 0, "/token").status()).isEqualTo(200);
        assertThat(fake.violations()).isEmpty();
    }

    @Test
    void anAssertionByAnotherKeyForAnotherEndpointOrOfAnotherTimeDoesNotCount() throws GeneralSecurityException {
        HeldCertificate known = new HeldCertificate.Builder().rsa2048().build();
        HeldCertificate other = new HeldCertificate.Builder().rsa2048().build();
        fake.directory().register(known.certificate());
        assertThat(byCertificate(other, 0, "/token").json().at("/error_codes/0").asInt())
                .isEqualTo(700027);
        assertThat(byCertificate(known, 0, "/other").json().at("/error_codes/0").asInt())
                .isEqualTo(700027);
        assertThat(byCertificate(known, 3600, "/token")
                        .json()
                        .at("/error_codes/0")
                        .asInt())
                .isEqualTo(700024);
    }

    private RawClient.Got byCertificate(HeldCertificate certificate, long clockAhead, String end)
            throws GeneralSecurityException {
        byte[] thumbprint = MessageDigest.getInstance("SHA-256")
                .digest(certificate.certificate().getEncoded());
        Instant now = Instant.now().plusSeconds(clockAhead);
        String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"x5t#S256\":\"" + url(thumbprint) + "\"}";
        String claims = "{\"aud\":\"" + fake.login() + BASE.replaceFirst("/$", "") + end + "\",\"iss\":\""
                + Directory.CLIENT_ID + "\",\"sub\":\"" + Directory.CLIENT_ID + "\",\"jti\":\"" + UUID.randomUUID()
                + "\",\"nbf\":" + now.getEpochSecond() + ",\"exp\":"
                + now.plus(Duration.ofMinutes(10)).getEpochSecond() + "}";
        String signed =
                url(header.getBytes(StandardCharsets.UTF_8)) + "." + url(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(certificate.keyPair().getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return asked(
                BASE + "token",
                "grant_type",
                "client_credentials",
                "client_id",
                Directory.CLIENT_ID,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                signed + "." + url(signature.sign()),
                "scope",
                GRAPH);
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    void theDocumentsOfDiscoveryLeadBackHere() {
        assertThat(client.get("/" + Directory.TENANT + "/v2.0/.well-known/openid-configuration")
                        .json()
                        .path("token_endpoint")
                        .asString())
                .isEqualTo(fake.login() + BASE + "token");
    }
}
