// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.PageClient;
import dev.hwhash.service.PageClient.Reply;
import dev.hwhash.service.People;
import dev.hwhash.service.TestedService;
import dev.hwhash.service.account.Role;
import dev.hwhash.service.attack.EndpointTable.Line;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms that no page sends: fields twice, crippled, countless or far too long; and addresses that are none. */
class FormsIT {

    private static final int FEW_BYTES = 1 << 16;

    @RegisterExtension
    static final TestedService TESTED = new TestedService();

    private static PageClient admin;

    @BeforeAll
    static void enter() {
        admin = TESTED.people().signedIn(Role.ADMIN);
    }

    static List<Line> forms() {
        return CsrfIT.forms();
    }

    /** What checks the one must not be fooled by what does the other. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=doubled&role=viewer&role=admin",
                "name=doubled&name=doubled2&role=viewer",
                "name=doubled&role=viewer&csrf=x",
                "name=doubled&role=viewer&role=",
                "name=doubled%00&role=viewer",
                "name=doubled&role=%zz",
                "name[]=doubled&role[]=viewer",
                "name=doubled;role=viewer",
                "name=doubled&ROLE=viewer"
            })
    void aFormWithAFieldTwiceOrCrippledMakesNothing(String fields) {
        Reply reply = admin.postText("/accounts", "csrf=" + csrf() + "&" + fields);

        assertThat(reply.status()).isIn(400, 403, 422);
        assertThat(admin.get("/accounts").text()).doesNotContain("doubled");
    }

    /** A query is part of a link, and a link is made by anybody. */
    @Test
    void whatStandsInTheAddressIsNoPartOfTheForm() {
        Reply reply = admin.postText("/accounts?name=doubled&role=admin", "csrf=" + csrf());

        assertThat(reply.status()).isIn(400, 422);
        assertThat(admin.get("/accounts").text()).doesNotContain("doubled");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormThatIsFarTooLongIsRefused(Line line) {
        int most = line.pattern().startsWith("/selections") ? 1 << 20 : FEW_BYTES;
        Reply reply = admin.postText(line.path(), "csrf=" + csrf() + "&filler=" + "x".repeat(most));

        assertThat(reply.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormOfCountlessFieldsBreaksNothing(Line line) {
        String fields = IntStream.range(0, 8_000).mapToObj(i -> "f" + i + "=").collect(Collectors.joining("&"));
        Reply reply = admin.postText(line.path(), fields + "&csrf=" + csrf());

        assertThat(reply.status()).isLessThan(500);
        if (line.pattern().equals("/sign-out")) {
            admin = PageClient.of(TESTED.service().url());
            People.signIn(admin, "admin", People.password("admin"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/devices/0",
                "/devices/-1",
                "/devices/01",
                "/devices/1e3",
                "/devices/99999999999999999999",
                "/devices/1%20",
                "/devices/1;x=2",
                "/devices/1/",
                "/devices//1",
                "/devices/1%00",
                "/devices/1'",
                "/devices/../audit",
                "/devices/%2e%2e/audit",
                "/assets/..%2f..%2f/page.css",
                "/assets/x/..%2f..%2fetc%2fpasswd",
                "/.git/config",
                "/WEB-INF/web.xml",
                "/v1/../devices",
                "/%2e%2e/%2e%2e/etc/passwd"
            })
    void anAddressThatIsNoneLeadsNowhere(String path) {
        String answer = RawRequest.send(
                TESTED.service().url(),
                "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: "
                        + admin.cookies().entrySet().stream()
                                .map(e -> e.getKey() + "=" + e.getValue())
                                .collect(Collectors.joining("; "))
                        + "\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 (303|400|404) .*").doesNotContain("root:", "Audit log</h1>");
    }

    private static String csrf() {
        return PageClient.encoded(admin.csrf("/password"));
    }
}
