// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsCheckedOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import dev.hwhash.service.Bodies;
import dev.hwhash.service.DeviceFiller;
import dev.hwhash.service.People;
import dev.hwhash.service.account.Role;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The list of devices: looked through by filters and pages, and kept where one was. */
@RequiresChromium
class ListBrowserIT {

    private static final int FILLED = 230;

    @RegisterExtension
    static final Bed BED = new Bed(data -> DeviceFiller.fill(data, FILLED));

    @BeforeAll
    static void report() {
        for (int i = 0; i < 3; i++) {
            String serial = "HWHASH-000" + i;
            BED.service().put(UUID.randomUUID(), Bodies.with(serial, "groupTag", "branch-" + i));
        }
    }

    private static Locator rows(Visit visit) {
        return visit.page().locator("#rows tr");
    }

    private static Locator names(Visit visit) {
        return visit.page().locator("#rows th[scope=row]");
    }

    @Test
    void theListIsFilteredWhileOneTypesAndTheAddressKeepsIt() {
        Visit visit = BED.visitor(Role.VIEWER);
        visit.open("/devices");
        visit.page().getByRole(AriaRole.SEARCHBOX).pressSequentially("hwhash-000");

        assertThat(names(visit)).hasCount(3);
        visit.page().waitForURL(Pattern.compile("q=hwhash-000").asPredicate());
        assertThat(visit.page().getByRole(AriaRole.STATUS)).hasText("3 devices on this page");
        assertThat(visit.page().getByRole(AriaRole.SEARCHBOX)).isFocused();
        visit.looksSound(Look.PHONE_LIGHT);
        visit.page().reload();
        assertThat(names(visit)).hasCount(3);
        assertThat(visit.page().getByRole(AriaRole.SEARCHBOX)).hasValue("hwhash-000");
    }

    @Test
    void theBackButtonLeadsToTheListAsItWas() {
        Visit visit = BED.visitor(Role.VIEWER);
        visit.page().navigate("/devices");
        visit.field("Group tag").fill("branch-1");
        visit.button("Show").click();
        assertThat(names(visit)).hasText(List.of("HWHASH-0001").toArray(new String[0]));

        visit.link("HWHASH-0001").click();
        assertThat(visit.heading()).hasText("HWHASH-0001");
        visit.page().goBack();

        assertThat(names(visit)).hasText(new String[] {"HWHASH-0001"});
        assertThat(visit.field("Group tag")).hasValue("branch-1");
        visit.page().goForward();
        assertThat(visit.heading()).hasText("HWHASH-0001");
    }

    @Test
    void everyDeviceStandsOnOneOfThePages() {
        Visit visit = BED.visitor(Role.VIEWER);
        visit.page().navigate("/devices");
        int seen = rows(visit).count();
        while (visit.link("Next page").isVisible()) {
            String before = names(visit).first().innerText();
            visit.link("Next page").click();
            assertThat(names(visit).first()).not().hasText(before);
            seen += rows(visit).count();
        }
        assertThat(seen).isEqualTo(FILLED + 3);

        visit.looksSound();
        visit.link("First page").click();
        assertThat(visit.link("First page")).isHidden();
    }

    @Test
    void theHeadOfAColumnOrdersTheList() {
        Visit visit = BED.visitor(Role.VIEWER);
        visit.page().navigate("/devices?q=HWHASH");
        visit.link("Serial number").click();
        assertThat(sorted(visit, "Serial number")).hasAttribute("aria-sort", "ascending");
        assertThat(names(visit)).hasText(new String[] {"HWHASH-0000", "HWHASH-0001", "HWHASH-0002"});

        visit.link("Serial number").click();
        assertThat(sorted(visit, "Serial number")).hasAttribute("aria-sort", "descending");
        assertThat(names(visit)).hasText(new String[] {"HWHASH-0002", "HWHASH-0001", "HWHASH-0000"});
    }

    private static Locator sorted(Visit visit, String name) {
        return visit.page().locator("th[aria-sort]").filter(new Locator.FilterOptions().setHasText(name));
    }

    @Test
    void statesTagsFindingsTokensAndDaysNarrowTheList() {
        Visit visit = BED.visitor(Role.VIEWER);
        visit.page().navigate("/devices?q=HWHASH");
        tab(visit, "Approved").click();
        assertThat(visit.page().getByText("No device fits")).isVisible();
        visit.looksSound(Look.PHONE_DARK);
        tab(visit, "Pending").click();
        assertThat(names(visit)).hasCount(3);
        visit.page().locator("select[name=findings]").selectOption(new SelectOption().setValue("any"));
        assertThat(visit.page()).hasURL(Pattern.compile("findings=any"));
        visit.page().locator("select[name=findings]").selectOption(new SelectOption().setValue(""));
        visit.page().getByLabel("Day of the last report").fill("2001-01-01");
        assertThat(visit.page().getByText("No device fits")).isVisible();
        visit.link("Show all").click();
        assertThat(visit.place()).isEqualTo("/devices");
        visit.page().getByLabel("without a group tag").check();
        assertThat(visit.page()).hasURL(Pattern.compile("untagged=1"));
    }

    private static Locator tab(Visit visit, String state) {
        return visit.page().locator(".tabs a").filter(new Locator.FilterOptions().setHasText(state));
    }

    @Test
    void aViewerSeesNoButtonsOfAnApproverAndAnApproverDoes() {
        Visit viewer = BED.visitor(Role.VIEWER);
        viewer.open("/devices?q=HWHASH");
        assertThat(viewer.page().getByRole(AriaRole.CHECKBOX)).hasCount(1);
        assertThat(viewer.page().locator("main form[method=post] button")).hasCount(0);
        viewer.link("HWHASH-0001").click();
        viewer.looksSound();
        assertThat(viewer.page().locator("main form")).hasCount(0);
        assertThat(viewer.link("Tokens")).hasCount(0);

        Visit approver = BED.visitor(Role.APPROVER);
        approver.open("/devices?q=HWHASH");
        assertThat(approver.page().getByRole(AriaRole.CHECKBOX)).hasCount(5);
        approver.link("HWHASH-0001").click();
        assertThat(approver.button("Approve this report")).isVisible();
        approver.looksSound();
    }

    @Test
    void theBoxInTheHeadTicksThePage() {
        Visit visit = BED.visitor(Role.APPROVER);
        visit.page().navigate("/devices?q=HWHASH");
        Locator all = visit.field("Select all on this page");
        Locator ticked = visit.page().locator("#rows input:checked");

        all.check();
        assertThat(ticked).hasCount(3);
        visit.field("Select HWHASH-0001").uncheck();
        assertThat(all).isChecked(new IsCheckedOptions().setIndeterminate(true));
        all.check();
        assertThat(ticked).hasCount(3);
        all.uncheck();
        assertThat(ticked).hasCount(0);
    }

    @Test
    void theCodeOfAPcLeadsToItsDevice() {
        Visit visit = BED.visitor(Role.VIEWER);
        visit.page().navigate("/devices");
        visit.link("HWHASH-0002").click();
        String code = visit.page().locator("td.mono").first().innerText();

        visit.page().navigate("/code/" + code);
        assertThat(visit.heading()).hasText("HWHASH-0002");
        visit.witness().expect(404);
        visit.open("/code/ABCDEFGH");
        assertThat(visit.page().getByText("No report has this code")).isVisible();
    }

    @Test
    void withoutScriptsTheListIsFilteredAndPagedAsWell() {
        Visit visit = BED.strangerWithoutScripts();
        visit.page().navigate("/devices");
        SignInBrowserIT.signIn(visit, "viewer", People.password("viewer"));
        assertThat(visit.heading()).hasText("Devices");
        visit.page().getByRole(AriaRole.SEARCHBOX).fill("hwhash-000");
        visit.button("Show").click();
        assertThat(names(visit)).hasCount(3);
        visit.link("Show all").click();
        visit.link("Next page").click();
        assertThat(visit.link("First page")).isVisible();
    }
}
