// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.PageClient;
import dev.hwhash.service.PageClient.Reply;
import dev.hwhash.service.People;
import dev.hwhash.service.TestedService;
import dev.hwhash.service.account.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link to the sign-in that would lead elsewhere behind it. */
class RedirectIT {

    @RegisterExtension
    static final TestedService TESTED = new TestedService();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "///evil.example/",
                "/\\evil.example/",
                "\\\\evil.example/",
                "/\t/evil.example/",
                "\t//evil.example/",
                " //evil.example/",
                "/%2f/evil.example",
                "/.//evil.example",
                "/..//evil.example",
                "/devices/..//evil.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "http:evil.example",
                "@evil.example",
                ".evil.example",
                "/devices\r\nSet-Cookie: hwhash=injected",
                "/devices\nLocation: //evil.example",
                "/\u0000/evil.example",
                "/\u2028/evil.example",
                "//evil.example\\@127.0.0.1/"
            })
    void theSignInLeadsToAPageOfTheServiceAlone(String next) {
        String path = "/sign-in?next=" + PageClient.encoded(next);
        PageClient client = TESTED.people().stranger();
        PageClient other = TESTED.people().stranger();
        other.get("/sign-in");
        String csrf = other.csrf("/sign-in");
        Reply posted = other.postBare(
                "/sign-in",
                Map.of("name", "viewer", "password", People.password("viewer"), "next", next, "csrf", csrf));
        Reply shown = client.get(path);

        leadsNowhereElse(posted);
        leadsNowhereElse(TESTED.people().signedIn(Role.VIEWER).get(path));
        if (shown.status() == 200) {
            assertThat(shown.text()).doesNotContain("action=\"//", "http-equiv");
            leadsNowhereElse(
                    client.post(path, "/sign-in", Map.of("name", "viewer", "password", People.password("viewer"))));
        }
        assertThat(posted.header("Set-Cookie")).doesNotContain("injected");
    }

    @Test
    void oneComesBackToWhereOneWanted() {
        PageClient client = TESTED.people().stranger();
        String signIn = client.get("/devices?q=a%20b%26c").location();
        assertThat(signIn).startsWith("/sign-in?next=");

        String csrf = client.csrf(signIn);
        String next = java.net.URLDecoder.decode(
                signIn.substring("/sign-in?next=".length()), java.nio.charset.StandardCharsets.UTF_8);
        Reply reply = client.postBare(
                "/sign-in",
                Map.of("name", "viewer", "password", People.password("viewer"), "next", next, "csrf", csrf));

        assertThat(reply.location()).isEqualTo("/devices?q=a%20b%26c");
    }

    /** As a browser reads it: a backslash is a slash, and tabs and ends of lines are not there. */
    private static void leadsNowhereElse(Reply reply) {
        if (reply.status() == 303) {
            assertThat(reply.location()).matches("/([A-Za-z?][\\x21-\\x7e&&[^\\\\]]*)?");
        } else {
            assertThat(reply.status()).isIn(400, 401, 403, 404);
            assertThat(reply.location()).isEmpty();
        }
    }
}
