// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import dev.hwhash.service.account.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pictures of the README; {@code dev/screenshots} makes them anew. */
@RequiresChromium
class ScreenshotsBrowserIT {

    private static final Path FOLDER = Path.of(System.getProperty("hwhash.screenshots", "target/screenshots"));
    private static final long LARGEST = 200_000;

    @RegisterExtension
    static final Bed BED = new Bed(ScreenshotDevices::prepare);

    @Test
    void thePicturesOfThePagesAreMade() {
        Visit visit = BED.visitor(Role.APPROVER);
        visit.page().navigate("/devices?sort=serial");
        assertThat(visit.page().locator("#rows tr")).hasCount(12);
        picture(visit, "page-list", Look.DESK_LIGHT);
        picture(visit, "page-phone", Look.PHONE_DARK);

        visit.page().navigate("/devices?q=HWHASH-0002");
        visit.link("HWHASH-0002").click();
        assertThat(visit.heading()).hasText("HWHASH-0002");
        picture(visit, "page-device", Look.DESK_LIGHT);

        visit.page().navigate("/devices?tag=berlin");
        visit.button("Approve or reject all that fit...").click();
        assertThat(visit.page().locator("[name=tag-mode]").first()).isVisible();
        picture(visit, "page-selection", Look.DESK_DARK);
    }

    private static void picture(Visit visit, String name, Look look) {
        look.on(visit.page());
        Path file = FOLDER.resolve(name + ".png");
        visit.page()
                .screenshot(new ScreenshotOptions()
                        .setPath(file)
                        .setAnimations(ScreenshotAnimations.DISABLED)
                        .setCaret(ScreenshotCaret.HIDE));
        assertThat(file.toFile().length()).isBetween(1_000L, LARGEST);
    }
}
