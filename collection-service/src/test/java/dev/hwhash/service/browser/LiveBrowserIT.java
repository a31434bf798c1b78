// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.Bodies;
import dev.hwhash.service.account.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A collection that runs while somebody looks. */
@RequiresChromium
class LiveBrowserIT {

    @RegisterExtension
    static final Bed BED = new Bed();

    @Test
    void theCountsOfAnOpenPageGoOnWithoutAReload() {
        Visit visit = BED.visitor(Role.VIEWER);
        visit.open("/devices");
        visit.page().evaluate("window.kept = true");
        for (int i = 1; i <= 3; i++) {
            BED.service().put(UUID.randomUUID(), Bodies.report("HWHASH-400" + i));
            assertThat(visit.page().locator("[data-count=pending]").first()).hasText(Integer.toString(i));
        }
        assertThat(visit.page().evaluate("window.kept")).isEqualTo(true);
        visit.looksSound(Look.PHONE_DARK);
    }
}
