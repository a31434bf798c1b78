// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.hwhash.service.People;
import dev.hwhash.service.ServiceProcess;
import dev.hwhash.service.account.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How somebody comes in, and goes. */
@RequiresChromium
class SignInBrowserIT {

    @RegisterExtension
    static final Bed BED = new Bed();

    @TempDir
    Path folder;

    @Test
    void theFirstPasswordLetsOneInToChangeItAndNoMore() {
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("data"))) {
            String first = People.firstPassword(service);
            Visit visit = BED.strangerAt(service);
            visit.open("/");
            signIn(visit, "admin", first);
            assertThat(visit.heading()).hasText("Your password");
            visit.looksSound();
            visit.page().navigate("/devices");
            assertThat(visit.heading()).hasText("Your password");

            visit.witness().expect(422);
            change(visit, first, first);
            assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("is the one that you have");
            visit.looksSound(Look.PHONE_DARK);
            change(visit, first, "a password of my own");
            assertThat(visit.heading()).hasText("Devices");
            assertThat(People.firstPasswordFile(service)).doesNotExist();

            visit.button("Sign out").click();
            visit.witness().expect(401);
            signIn(visit, "admin", first);
            assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("do not fit");
            signIn(visit, "admin", "a password of my own");
            assertThat(visit.heading()).hasText("Devices");
            // Else its live numbers would miss the service.
            visit.page().navigate("about:blank");
        }
    }

    private static void change(Visit visit, String current, String password) {
        visit.field("Password so far").fill(current);
        visit.field("New password").fill(password);
        visit.field("New password once more").fill(password);
        visit.button("Change password").click();
    }

    @Test
    void aWrongPasswordIsToldWithoutTellingWhatWasWrong() {
        Visit visit = BED.stranger();
        visit.witness().expect(401);
        visit.open("/sign-in");
        signIn(visit, "viewer", "wrong wrong wrong");

        assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("Name and password do not fit");
        assertThat(visit.field("Name")).hasValue("viewer");
        assertThat(visit.field("Password")).hasValue("");
        assertThat(visit.field("Password")).isFocused();
        for (Look look : Look.values()) {
            visit.looksSound(look);
        }
        signIn(visit, "viewer", People.password("viewer"));
        assertThat(visit.heading()).hasText("Devices");
    }

    @Test
    void oneComesBackToThePageThatOneWanted() {
        Visit visit = BED.stranger();
        visit.page().navigate("/devices?q=HWHASH-1&state=pending");
        signIn(visit, "viewer", People.password("viewer"));

        assertThat(visit.heading()).hasText("Devices");
        assertThat(visit.place()).isEqualTo("/devices?q=HWHASH-1&state=pending");
    }

    /** At a machine that others use: what was shown is not in its memory. */
    @Test
    void afterTheSignOutTheBackButtonShowsNothing() {
        Visit visit = BED.visitor(Role.ADMIN);
        visit.page().navigate("/accounts");
        visit.page().navigate("/devices");
        visit.button("Sign out").click();
        assertThat(visit.heading()).hasText("Sign in");

        visit.page().goBack();
        assertThat(visit.heading()).hasText("Sign in");
        visit.page().goBack();
        assertThat(visit.heading()).hasText("Sign in");
        visit.page().navigate("/devices");
        assertThat(visit.heading()).hasText("Sign in");
    }

    @Test
    void aSessionThatEndedElsewhereIsToldWithoutLoss() {
        Visit visit = BED.visitor(Role.VIEWER);
        visit.page().navigate("/password");
        visit.context().clearCookies();
        visit.witness().expect(401);
        change(visit, People.password("viewer"), "a password of my own");

        assertThat(visit.heading()).hasText("You are not signed in");
        visit.looksSound();
        assertThat(BED.people().signedIn(Role.VIEWER).get("/password").status()).isEqualTo(200);
    }

    static void signIn(Visit visit, String name, String password) {
        visit.field("Name").fill(name);
        visit.field("Password").fill(password);
        visit.button("Sign in").click();
    }
}
