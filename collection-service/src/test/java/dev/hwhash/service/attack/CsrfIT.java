// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.PageClient;
import dev.hwhash.service.People;
import dev.hwhash.service.TestedService;
import dev.hwhash.service.account.Role;
import dev.hwhash.service.attack.EndpointTable.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What another site could make a browser send in the name of somebody who is signed in. */
class CsrfIT {

    @RegisterExtension
    static final TestedService TESTED = new TestedService();

    private static PageClient admin;

    @BeforeAll
    static void enter() {
        admin = TESTED.people().signedIn(Role.ADMIN);
    }

    /** All that a form of a page sends, signed in. */
    static List<Line> forms() {
        return EndpointTable.lines().values().stream()
                .filter(line -> line.method().equals("POST") && !line.pattern().startsWith("/v1/"))
                .filter(line -> !line.pattern().equals("/sign-in"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormWithoutTheTokenOfItsSessionIsRefused(Line line) {
        String other = TESTED.people().signedIn(Role.ADMIN).csrf("/password");
        String stranger = TESTED.people().stranger().csrf("/sign-in");

        assertThat(admin.postBare(line.path(), Map.of()).status()).isEqualTo(403);
        assertThat(admin.postBare(line.path(), Map.of("csrf", "")).status()).isEqualTo(403);
        assertThat(admin.postBare(line.path(), Map.of("csrf", other)).status()).isEqualTo(403);
        assertThat(admin.postBare(line.path(), Map.of("csrf", stranger)).status())
                .isEqualTo(403);
        assertThat(admin.postBare(line.path(), Map.of(), "X-CSRF-Token", other).status())
                .isEqualTo(403);
        assertThat(admin.get("/devices").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormOfAnotherSiteIsRefusedEvenWithTheToken(Line line) {
        Map<String, String> form = Map.of("csrf", admin.csrf("/password"));

        assertThat(admin.postBare(line.path(), form, "Origin", "http://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(admin.postBare(line.path(), form, "Origin", "null").status()).isEqualTo(403);
        assertThat(admin.postBare(line.path(), form, "Origin", TESTED.service().url() + ".evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(admin.postBare(line.path(), form, "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(admin.postBare(line.path(), form, "Sec-Fetch-Site", "same-site")
                        .status())
                .isEqualTo(403);
        assertThat(admin.get("/devices").status()).isEqualTo(200);
    }

    @Test
    void aRefusedFormChangesNothing() {
        admin.postBare("/accounts", Map.of("name", "intruder", "role", "admin"));
        admin.postBare("/tokens", Map.of("name", "intruder", "kind", "admin"));

        assertThat(admin.get("/accounts").text()).doesNotContain("intruder");
        assertThat(admin.get("/tokens").text()).doesNotContain("intruder");
    }

    @Test
    void theTokenInAnAddressIsNotOneInAForm() {
        String csrf = PageClient.encoded(admin.csrf("/password"));
        assertThat(admin.postBare("/accounts?csrf=" + csrf, Map.of("name", "intruder", "role", "admin"))
                        .status())
                .isEqualTo(403);
    }

    /** Else somebody would work, without a notice, in an account that an attacker reads. */
    @Test
    void nobodyIsSignedInByAFormOfAnotherSite() {
        PageClient attacker = TESTED.people().stranger();
        Map<String, String> form = new LinkedHashMap<>(Map.of("name", "viewer", "password", People.password("viewer")));
        form.put("csrf", attacker.csrf("/sign-in"));

        PageClient victim = TESTED.people().stranger();
        assertThat(victim.postBare("/sign-in", form).status()).isEqualTo(403);
        victim.get("/sign-in");
        assertThat(victim.postBare("/sign-in", form).status()).isEqualTo(403);
        assertThat(attacker.postBare("/sign-in", form, "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(attacker.postBare("/sign-in", form, "Origin", "http://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(attacker.postBare("/sign-in", form).status()).isEqualTo(303);
    }
}
