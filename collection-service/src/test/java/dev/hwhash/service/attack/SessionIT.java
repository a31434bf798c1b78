// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.PageClient;
import dev.hwhash.service.PageClient.Reply;
import dev.hwhash.service.People;
import dev.hwhash.service.TestedService;
import dev.hwhash.service.account.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sessions that an attacker has chosen, kept, guessed or found. */
class SessionIT {

    private static final String COOKIE = "hwhash";
    private static final String CHOSEN = "A".repeat(43);

    @RegisterExtension
    static final TestedService TESTED = new TestedService();

    @Test
    void aSessionThatSomebodyElseChoseIsNeverSignedIn() {
        PageClient victim = TESTED.people().stranger();
        victim.cookies().put(COOKIE, CHOSEN);
        People.signIn(victim, "admin", People.password("admin"));
        assertThat(victim.cookies().get(COOKIE)).isNotEqualTo(CHOSEN);

        PageClient attacker = TESTED.people().stranger();
        attacker.cookies().put(COOKIE, CHOSEN);
        assertThat(isIn(attacker)).isFalse();
    }

    @Test
    void whatTheSignInPageGaveIsNoSession() {
        PageClient victim = TESTED.people().stranger();
        victim.get("/sign-in");
        List<String> before = List.copyOf(victim.cookies().values());
        People.signIn(victim, "admin", People.password("admin"));

        assertThat(before).isNotEmpty().doesNotContain(victim.cookies().get(COOKIE));
        for (String value : before) {
            PageClient attacker = TESTED.people().stranger();
            attacker.cookies().put(COOKIE, value);
            assertThat(isIn(attacker)).isFalse();
        }
    }

    @Test
    void eachSignInHasAnotherSessionAndEndsTheOneBefore() {
        PageClient before = TESTED.people().signedIn(Role.VIEWER);
        PageClient again = TESTED.people().stranger();
        String csrf = again.csrf("/sign-in");
        again.cookies().putAll(before.cookies());
        Reply reply = again.postBare(
                "/sign-in", Map.of("name", "viewer", "password", People.password("viewer"), "csrf", csrf));

        assertThat(reply.status()).isEqualTo(303);
        assertThat(again.cookies().get(COOKIE)).isNotEqualTo(before.cookies().get(COOKIE));
        assertThat(isIn(again)).isTrue();
        assertThat(isIn(before)).isFalse();
    }

    @Test
    void aStolenCookieIsOfNoUseAfterTheSignOut() {
        PageClient client = TESTED.people().signedIn(Role.VIEWER);
        PageClient thief = holding(client);
        assertThat(isIn(thief)).isTrue();

        client.post("/password", "/sign-out", Map.of());

        assertThat(isIn(thief)).isFalse();
        assertThat(client.cookies()).doesNotContainKey(COOKIE);
    }

    @Test
    void anotherPasswordEndsEverySessionButOnesOwn() {
        TESTED.people().make("robbed", Role.VIEWER);
        PageClient client = TESTED.people().signedIn("robbed");
        PageClient elsewhere = TESTED.people().signedIn("robbed");
        PageClient thief = holding(client);

        client.post(
                "/password",
                "/password",
                Map.of(
                        "current", People.password("robbed"),
                        "password", "another password",
                        "repeat", "another password"));

        assertThat(isIn(client)).isTrue();
        assertThat(isIn(thief)).isFalse();
        assertThat(isIn(elsewhere)).isFalse();
    }

    @Test
    void aRoleThatWasTakenAwayIsGoneAtOnce() {
        TESTED.people().make("demoted", Role.ADMIN);
        PageClient client = TESTED.people().signedIn("demoted");
        assertThat(client.get("/audit").status()).isEqualTo(200);

        TESTED.people().give("demoted", Role.VIEWER);

        assertThat(client.get("/audit").status()).isNotEqualTo(200);
    }

    @Test
    void aDisabledAccountIsOutAtOnceAndDoesNotComeIn() {
        TESTED.people().make("dismissed", Role.ADMIN);
        PageClient client = TESTED.people().signedIn("dismissed");

        TESTED.people().disable("dismissed");

        assertThat(isIn(client)).isFalse();
        assertThat(People.signIn(TESTED.people().stranger(), "dismissed", People.password("dismissed"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        PageClient client = TESTED.people().stranger();
        Reply reply = People.signIn(client, "viewer", People.password("viewer"));

        assertThat(reply.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(COOKIE + "="))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .contains("; HttpOnly", "; Path=/", "; SameSite=Lax")
                        .doesNotContain("Domain", "Expires", "Max-Age"));
        assertThat(client.cookies().get(COOKIE)).hasSizeGreaterThanOrEqualTo(22);
    }

    /** Whoever reads a backup or a log comes in by nothing that stands there. */
    @Test
    void neitherDatabaseNorLogHoldWhatLetsOneIn() throws Exception {
        PageClient client = TESTED.people().signedIn(Role.ADMIN);
        String secret = client.cookies().get(COOKIE);
        String csrf = client.csrf("/password");
        People.signIn(TESTED.people().stranger(), "admin", "a password mistyped");

        try (Stream<Path> files = Files.walk(TESTED.service().data().getParent())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secret, csrf, People.password("admin"), "a password mistyped");
            }
        }
    }

    private static PageClient holding(PageClient client) {
        PageClient other = TESTED.people().stranger();
        other.cookies().putAll(client.cookies());
        return other;
    }

    private static boolean isIn(PageClient client) {
        return client.get("/password").status() == 200;
    }
}
