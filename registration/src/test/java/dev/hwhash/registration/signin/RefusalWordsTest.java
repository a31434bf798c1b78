// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.registration.credential.SignInException;
import dev.hwhash.registration.credential.SignInException.Kind;
import dev.hwhash.registration.endpoint.Cloud;
import dev.hwhash.registration.http.Answer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the token endpoint's refusals mean for a person. */
class RefusalWordsTest {

    private static final String APP = "11111111-2222-3333-4444-555555555555";
    private static final SignIn SECRET =
            new SignIn.ClientSecret(new Tenant("contoso.com"), UUID.fromString(APP), "HWT-secret");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "invalid_client, 7000215, not its id",
        "invalid_client, 7000222, has expired; make a new one",
        "unauthorized_client, 700016, each cloud by itself",
        "invalid_request, 90002, there is no tenant contoso.com of the cloud usgov",
        "access_denied, 53003, Conditional Access",
        "invalid_grant, 65001, grant admin consent",
        "invalid_client, 7000218, Allow public client flows",
        "invalid_client, 700027, add a valid one",
        "invalid_client, 999999, check it",
        "something_new, 4711, gives no token"
    })
    void numbersAreToldInWords(String error, int number, String words) {
        assertThat(refusal(400, error, number, Map.of()))
                .hasMessageContaining(words)
                .hasMessageContaining("(" + error + ", AADSTS" + number + ")")
                .matches(refusal -> refusal.kind() == Kind.REFUSED);
    }

    @Test
    void clockIsComparedWithTheirs() {
        assertThat(refusal(401, "invalid_client", 700024, Map.of("date", List.of("Sat, 21 Nov 2026 13:00:00 GMT"))))
                .hasMessageContaining("the time of this PC is 2026-11-21T12:00:00Z")
                .hasMessageContaining("2026-11-21T13:00:00Z")
                .hasMessageContaining("3600 s");
    }

    @Test
    void whatIsNoRefusalIsNoWordOfTheEndpoint() {
        for (Answer answer : List.of(
                json(503, "{}"),
                json(429, "{\"error\":\"x\"}"),
                json(200, "[]"),
                json(400, "{\"error\":\"temporarily_unavailable\"}"),
                new Answer(302, Map.of("location", List.of("http://portal/")), "", true),
                new Answer(200, Map.of("content-type", List.of("text/html")), "<html>sign in", true))) {
            assertThat(refusals().of(answer).kind()).as(answer.toString()).isEqualTo(Kind.UNREACHABLE);
        }
    }

    @Property
    void anyBodyIsReadAndNoneIsQuoted(@ForAll String body) {
        SignInException refusal = refusals().of(json(400, body));
        assertThat(refusal.getMessage()).matches("[ -~]+").hasSizeLessThan(600);
    }

    @Property
    void noDescriptionIsQuoted(@ForAll String words) {
        String description = words.replaceAll("[\"\\\\\\p{Cntrl}]", "");
        assertThat(refusals()
                        .of(json(
                                400,
                                "{\"error\":\"invalid_client\",\"error_description\":\"HWT-" + description + "\"}"))
                        .getMessage())
                .doesNotContain("HWT-");
    }

    private static SignInException refusal(
            int status, String error, int number, Map<String, List<String>> moreHeaders) {
        Map<String, List<String>> headers = new HashMap<>(moreHeaders);
        headers.put("content-type", List.of("application/json"));
        return refusals()
                .of(new Answer(
                        status,
                        headers,
                        "{\"error\":\"" + error + "\",\"error_description\":\"AADSTS" + number + ": HWT-secret\"}",
                        true));
    }

    private static Refusals refusals() {
        return new Refusals(SECRET, Cloud.USGOV.endpoints(), CLOCK);
    }

    private static Answer json(int status, String body) {
        return new Answer(status, Map.of("content-type", List.of("application/json")), body, true);
    }
}
