// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.hwhash.service.Bodies;
import dev.hwhash.service.People;
import dev.hwhash.service.account.Role;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What approvers do on a device's page, alone, at once, and while the device reports again. */
@RequiresChromium
class ApprovalBrowserIT {

    @RegisterExtension
    static final Bed BED = new Bed();

    private static void reported(String serial, String tag) {
        byte[] body = tag.isEmpty() ? Bodies.report(serial) : Bodies.with(serial, "groupTag", tag);
        assertThat(BED.service().put(UUID.randomUUID(), body).status()).isEqualTo(201);
    }

    private static Visit at(Visit visit, String serial) {
        visit.page().navigate("/devices?q=" + serial);
        visit.link(serial).click();
        assertThat(visit.heading()).hasText(serial);
        return visit;
    }

    private static Visit at(Role role, String serial) {
        return at(BED.visitor(role), serial);
    }

    /** An approver at the page of a device that has just reported without a tag. */
    private static Visit approverOf(String serial) {
        reported(serial, "");
        return at(Role.APPROVER, serial);
    }

    private static void approve(Visit visit) {
        visit.button("Approve this report").click();
        assertThat(state(visit)).hasText("Approved");
    }

    private static Locator state(Visit visit) {
        return visit.page().locator("h1 + p .badge").first();
    }

    @Test
    void aReportIsApprovedWithTheTagThatTheApproverSets() {
        reported("HWHASH-1001", "suggested");
        Visit visit = at(Role.APPROVER, "HWHASH-1001");
        assertThat(state(visit)).hasText("Pending");
        assertThat(visit.field("Group tag")).hasValue("suggested");
        visit.field("Group tag").fill("decided");
        visit.field("Assigned user").fill("someone@contoso.example");
        approve(visit);
        visit.looksSound();
        visit.page().reload();
        assertThat(state(visit)).hasText("Approved");
        assertThat(visit.field("Group tag")).hasValue("decided");
        String exported = BED.service()
                .get(
                        "/v1/export?format=json",
                        "Authorization",
                        "Bearer " + BED.service().token("export"))
                .text();
        assertThat(exported.lines().filter(line -> line.contains("HWHASH-1001")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("decided", "someone@contoso.example"));
    }

    @Test
    void aDeviceIsRejectedAndApprovedAfterAll() {
        Visit visit = approverOf("HWHASH-1002");
        visit.button("Reject this device").click();
        assertThat(state(visit)).hasText("Rejected");
        visit.looksSound();
        assertThat(visit.button("Reject this device")).hasCount(0);

        approve(visit);
    }

    @Test
    void aTagThatNoImporterTakesIsToldAndNothingIsChanged() {
        Visit visit = approverOf("HWHASH-1003");
        visit.witness().expect(409);
        visit.witness().expect(422);
        visit.field("Group tag").fill("a \"quoted\" tag");
        visit.button("Approve this report").click();

        assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("cannot be registered");
        visit.looksSound();
        assertThat(state(at(visit, "HWHASH-1003"))).hasText("Pending");
    }

    @Test
    void twoClicksAreOneDecision() {
        Visit visit = approverOf("HWHASH-1004");
        visit.button("Approve this report").dblclick();

        assertThat(state(visit)).hasText("Approved");
        assertThat(decisions(visit)).isEqualTo(1);
    }

    /** The audit log names the content that was approved. */
    private static long decisions(Visit visit) {
        String content =
                visit.page().locator("section[aria-labelledby=decide] dd.mono").innerText();
        String log = BED.people().signedIn(Role.ADMIN).get("/audit").text();
        return Pattern.compile(content).matcher(log).results().count();
    }

    @Test
    void ofTwoApproversAtOnceTheSecondSeesWhatTheFirstDecided() {
        Visit first = approverOf("HWHASH-1005");
        Visit second = at(Role.ADMIN, "HWHASH-1005");
        approve(first);
        second.witness().expect(409);
        second.button("Reject this device").click();

        assertThat(second.page().getByRole(AriaRole.ALERT)).containsText("approver approved this device");
        second.looksSound();
        second.link("Back").click();
        assertThat(state(second)).hasText("Approved");
    }

    @Test
    void aReportThatComesBetweenLookAndApprovalIsNotApprovedUnseen() {
        Visit visit = approverOf("HWHASH-1006");
        BED.service().put(UUID.randomUUID(), Bodies.updated("HWHASH-1006"));
        visit.witness().expect(409);
        visit.button("Approve this report").click();

        assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("A newer report of this device came");
        visit.link("Back").click();
        assertThat(state(visit)).hasText("Pending");
        approve(visit);
    }

    @Test
    void anApprovedDeviceThatReportsAnewWaitsAgain() {
        Visit visit = approverOf("HWHASH-1007");
        approve(visit);
        BED.service().put(UUID.randomUUID(), Bodies.updated("HWHASH-1007"));

        visit.page().reload();
        assertThat(state(visit)).hasText("Pending");
        visit.looksSound();
    }

    @Test
    void aReloadInTheMiddleOfAnApprovalLeavesOneDecisionOrNone() {
        Visit gone = approverOf("HWHASH-1008");
        gone.page()
                .evaluate("document.querySelector('form[action$=approve]').requestSubmit();"
                        + " setTimeout(() => location.reload(), 0)");

        Visit visit = at(Role.APPROVER, "HWHASH-1008");
        if (state(visit).innerText().equals("Pending")) {
            visit.button("Approve this report").click();
        }
        assertThat(state(visit)).hasText("Approved");
        assertThat(decisions(visit)).isEqualTo(1);
    }

    @Test
    void theBackButtonAfterAnApprovalDecidesNothingAnew() {
        Visit visit = approverOf("HWHASH-1009");
        approve(visit);

        visit.page().goBack();
        visit.page().goForward();
        visit.page().goBack();
        visit.page().reload();
        assertThat(decisions(at(visit, "HWHASH-1009"))).isEqualTo(1);
    }

    @Test
    void anAdministratorDeletesADeviceWithAllOfIt() {
        reported("HWHASH-1010", "");
        Visit visit = at(Role.ADMIN, "HWHASH-1010");
        String page = visit.place();
        visit.page().getByText("Delete this device").click();
        visit.looksSound(Look.PHONE_LIGHT);
        visit.button("Delete device and reports").click();

        assertThat(visit.heading()).hasText("Devices");
        assertThat(visit.link("HWHASH-1010")).hasCount(0);
        visit.witness().expect(404);
        visit.page().navigate(page);
        assertThat(visit.heading()).not().hasText("HWHASH-1010");
    }

    @Test
    void byKeyboardAloneOneSignsInFindsADeviceAndApprovesIt() {
        reported("HWHASH-1011", "");
        Visit visit = BED.stranger();
        visit.page().navigate("/sign-in");
        assertThat(visit.field("Name")).isFocused();
        visit.page().keyboard().type("approver");
        visit.page().keyboard().press("Tab");
        visit.page().keyboard().type(People.password("approver"));
        visit.page().keyboard().press("Enter");
        assertThat(visit.heading()).hasText("Devices");

        visit.tabTo(visit.page().getByRole(AriaRole.SEARCHBOX));
        visit.page().keyboard().type("HWHASH-1011");
        assertThat(visit.page().locator("#rows th[scope=row]")).hasCount(1);
        visit.tabTo(visit.field("Select HWHASH-1011"));
        visit.page().keyboard().press("Space");
        assertThat(visit.field("Select HWHASH-1011")).isChecked();
        visit.tabTo(visit.link("HWHASH-1011"));
        visit.page().keyboard().press("Enter");
        assertThat(visit.heading()).hasText("HWHASH-1011");
        visit.tabTo(visit.button("Approve this report"));
        visit.page().keyboard().press("Space");
        assertThat(state(visit)).hasText("Approved");
    }

    @Test
    void withoutScriptsOneApprovesAsWell() {
        reported("HWHASH-1012", "suggested");
        Visit visit = BED.strangerWithoutScripts();
        visit.page().navigate("/sign-in");
        SignInBrowserIT.signIn(visit, "approver", People.password("approver"));
        at(visit, "HWHASH-1012");
        visit.field("Group tag").fill("decided");
        approve(visit);
        assertThat(visit.field("Group tag")).hasValue("decided");
    }
}
