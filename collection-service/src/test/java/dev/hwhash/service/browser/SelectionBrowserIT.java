// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import dev.hwhash.service.Bodies;
import dev.hwhash.service.DeviceFiller;
import dev.hwhash.service.account.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many devices at once: picked one by one, or all that fit, up to ten thousand. */
@RequiresChromium
class SelectionBrowserIT {

    private static final int FILLED = 10_000;
    private static final int PATIENCE_MILLIS = 120_000;

    @RegisterExtension
    static final Bed BED = new Bed(data -> DeviceFiller.fill(data, FILLED));

    private static void reported(String... serials) {
        for (String serial : serials) {
            assertThat(BED.service()
                            .put(UUID.randomUUID(), Bodies.with(serial, "groupTag", "suggested"))
                            .status())
                    .isEqualTo(201);
        }
    }

    private static Visit at(Visit visit, String start) {
        visit.page().navigate("/devices?q=" + start);
        return visit;
    }

    /** What the list says of the devices whose names begin so. */
    private static List<String> states(Visit visit, String start) {
        at(visit, start);
        return visit.page().locator("#rows .badge").allInnerTexts();
    }

    private static void waitUntilDone(Visit visit) {
        assertThat(visit.page().locator("main"))
                .containsText("What became of them", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(visit.page().locator("#progress")).hasCount(0, new HasCountOptions().setTimeout(PATIENCE_MILLIS));
    }

    @Test
    void whatIsTickedIsApprovedWithOneTagForAll() {
        reported("HWHASH-2001", "HWHASH-2002", "HWHASH-2003");
        Visit visit = at(BED.visitor(Role.APPROVER), "HWHASH-200");
        visit.field("Select HWHASH-2001").check();
        visit.field("Select HWHASH-2003").check();
        visit.button("Approve or reject the selected...").click();
        assertThat(visit.heading()).hasText("2 selected devices");
        visit.looksSound();
        visit.page().locator("[name=tag-mode][value=set]").check();
        visit.field("Group tag for all (empty: none)").fill("decided");
        visit.button("Approve 2 devices").click();

        waitUntilDone(visit);
        visit.page().reload();
        waitUntilDone(visit);
        visit.looksSound(Look.PHONE_DARK);
        assertThat(states(visit, "HWHASH-200")).containsExactlyInAnyOrder("Approved", "Pending", "Approved");
        visit.link("HWHASH-2003").click();
        assertThat(visit.field("Group tag")).hasValue("decided");
    }

    @Test
    void allThatFitAreRejected() {
        reported("HWHASH-2101", "HWHASH-2102");
        Visit visit = at(BED.visitor(Role.APPROVER), "HWHASH-210");
        visit.button("Approve or reject all that fit...").click();
        assertThat(visit.heading()).hasText("2 selected devices");
        visit.button("Reject 2 devices").click();

        waitUntilDone(visit);
        assertThat(states(visit, "HWHASH-210")).containsExactly("Rejected", "Rejected");
    }

    @Test
    void whatHappenedMeanwhileIsLeftOutAndNamed() {
        reported("HWHASH-2201", "HWHASH-2202", "HWHASH-2203");
        Visit first = at(BED.visitor(Role.APPROVER), "HWHASH-220");
        first.button("Approve or reject all that fit...").click();
        Visit second = at(BED.visitor(Role.ADMIN), "HWHASH-2202");
        second.link("HWHASH-2202").click();
        second.button("Reject this device").click();
        assertThat(second.page().locator("h1 + p .badge").first()).hasText("Rejected");
        BED.service().put(UUID.randomUUID(), Bodies.updated("HWHASH-2203"));
        first.button("Approve 3 devices").click();

        waitUntilDone(first);
        assertThat(outcome(first, "Approved")).hasText("1 device");
        assertThat(outcome(first, "Decided by somebody else after they were selected"))
                .hasText("1 device");
        assertThat(outcome(first, "Reported anew after they were selected: look at them again"))
                .hasText("1 device");
        first.looksSound();
        outcome(first, "Decided by somebody else after they were selected").click();
        assertThat(first.link("HWHASH-2202")).isVisible();
        first.looksSound(Look.DESK_DARK);
        assertThat(states(first, "HWHASH-220")).containsExactlyInAnyOrder("Approved", "Rejected", "Pending");
    }

    private static Locator outcome(Visit visit, String name) {
        return visit.page()
                .locator("section[aria-labelledby=outcome] dt")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + name + "$")))
                .locator("xpath=following-sibling::dd[1]//a");
    }

    @Test
    void theFilesOfASelectionAreSplitAsAnImporterTakesThem() throws Exception {
        reported("HWHASH-2301", "HWHASH-2302", "HWHASH-2303");
        Visit visit = at(BED.visitor(Role.APPROVER), "HWHASH-230");
        visit.button("Approve or reject all that fit...").click();
        visit.field("Rows in a file").fill("2");
        Download download =
                visit.page().waitForDownload(() -> visit.button("Download").click());

        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(download.path()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names)
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(name -> name.contains("csv") || name.contains("left-out"));
        visit.field("Rows in a file").fill("");
        Download whole =
                visit.page().waitForDownload(() -> visit.button("Download").click());
        assertThat(lines(whole))
                .filteredOn(line -> line.startsWith("HWHASH-230"))
                .hasSize(3);
    }

    private static List<String> lines(Download download) throws IOException {
        return Files.readAllLines(download.path());
    }

    /** And a reload in the middle of it changes nothing. */
    @Test
    void tenThousandAreApprovedAtOnce() {
        Visit visit = at(BED.visitor(Role.APPROVER), "FILL-");
        visit.button("Approve or reject all that fit...").click();
        assertThat(visit.heading()).hasText("10,000 selected devices");
        visit.looksSound();
        visit.button("Approve 10,000 devices").click();
        visit.page().reload();

        waitUntilDone(visit);
        assertThat(outcome(visit, "Approved")).hasText("10,000 devices");
        visit.page().navigate("/devices?q=FILL-&state=pending");
        assertThat(visit.page().getByText("No device fits")).isVisible();
    }
}
