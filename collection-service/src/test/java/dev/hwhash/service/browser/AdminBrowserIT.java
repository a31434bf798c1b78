// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.hwhash.service.Bodies;
import dev.hwhash.service.PageClient;
import dev.hwhash.service.People;
import dev.hwhash.service.account.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What administrators do: tokens, accounts, settings, and a look at the audit log. */
@RequiresChromium
class AdminBrowserIT {

    @RegisterExtension
    static final Bed BED = new Bed();

    @Test
    void aTokenIsShownOnceServesAndIsRevoked() {
        Visit visit = BED.visitor(Role.ADMIN);
        visit.open("/tokens");
        visit.field("Name").fill("stick of the branch");
        visit.button("Make a token").click();
        String shown = visit.page().locator("textarea").inputValue();
        String token = shown.replaceAll("(?s).*token = (\\S+).*", "$1");
        visit.looksSound();
        assertThat(BED.service()
                        .put(UUID.randomUUID(), Bodies.report("HWHASH-3001"), token)
                        .status())
                .isEqualTo(201);

        visit.witness().takeDialogs();
        visit.witness().expect(409);
        visit.page().reload();
        assertThat(visit.page().content()).doesNotContain(token);
        visit.page().navigate("/tokens");
        assertThat(visit.page().content()).doesNotContain(token).contains("stick of the branch");
        visit.page().goBack();
        assertThat(visit.page().content()).doesNotContain(token);

        visit.open("/tokens");
        visit.page()
                .locator("tr")
                .filter(new Locator.FilterOptions().setHasText("stick of the branch"))
                .getByRole(AriaRole.BUTTON)
                .click();
        assertThat(visit.page().locator("tr").filter(new Locator.FilterOptions().setHasText("stick of the branch")))
                .containsText("revoked");
        assertThat(BED.service()
                        .put(UUID.randomUUID(), Bodies.report("HWHASH-3001"), token)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anAccountIsMadeWithAPasswordThatIsShownOnce() {
        Visit visit = BED.visitor(Role.ADMIN);
        visit.open("/accounts");
        visit.field("Name").fill("newcomer");
        visit.page().locator("#role").selectOption("approver");
        visit.button("Make account").click();
        String password = People.given(visit.page().locator("main").innerText());
        visit.looksSound();
        visit.page().navigate("/accounts");
        assertThat(visit.page().content()).doesNotContain(password);

        Visit newcomer = BED.stranger();
        newcomer.page().navigate("/sign-in");
        SignInBrowserIT.signIn(newcomer, "newcomer", password);
        assertThat(newcomer.heading()).hasText("Your password");

        visit.button("Disable newcomer").click();
        assertThat(visit.button("Enable newcomer")).isVisible();
        newcomer.page().navigate("/password");
        assertThat(newcomer.heading()).hasText("Sign in");
    }

    @Test
    void aNameThatIsTakenIsTold() {
        Visit visit = BED.visitor(Role.ADMIN);
        visit.witness().expect(409);
        visit.witness().expect(422);
        visit.open("/accounts");
        visit.field("Name").fill("Viewer");
        visit.button("Make account").click();

        assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("There is an account with this name");
        visit.looksSound(Look.PHONE_LIGHT);
    }

    @Test
    void theAuditLogTellsWhoDidWhatAndNothingOfTheDevices() {
        PageClient approver = BED.people().signedIn(Role.APPROVER);
        BED.service().put(UUID.randomUUID(), Bodies.with("HWHASH-3002", "groupTag", "branch-of-nobody"));
        Visit visit = BED.signedIn(BED.stranger(), approver);
        visit.page().navigate("/devices?q=HWHASH-3002");
        visit.link("HWHASH-3002").click();
        visit.button("Approve this report").click();
        assertThat(visit.page().locator("h1 + p .badge").first()).hasText("Approved");

        Visit admin = BED.visitor(Role.ADMIN);
        admin.open("/audit");
        assertThat(admin.page()
                        .locator("tbody tr")
                        .filter(new Locator.FilterOptions().setHasText("approver"))
                        .first())
                .containsText("approved");
        assertThat(admin.page().locator("main").innerText()).doesNotContain("HWHASH-3002", "branch-of-nobody");
        assertThat(admin.page().locator("main form, main button, main input")).hasCount(0);
    }

    @Test
    void theDaysThatDevicesAreKeptAreSet() {
        Visit visit = BED.visitor(Role.ADMIN);
        visit.open("/settings");
        visit.field("Days").fill("90");
        visit.button("Save and sweep").click();
        assertThat(visit.field("Days")).hasValue("90");
        visit.looksSound();
        visit.page().reload();
        assertThat(visit.field("Days")).hasValue("90");
        visit.field("Days").fill("0");
        visit.button("Save and sweep").click();
        assertThat(visit.field("Days")).hasValue("0");
    }
}
