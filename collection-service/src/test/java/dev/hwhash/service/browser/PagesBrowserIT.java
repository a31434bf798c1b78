// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.account.Role;
import dev.hwhash.service.attack.EndpointTable;
import dev.hwhash.service.attack.EndpointTable.Line;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every page that there is, as the table of endpoints has it, on a service that knows no device as yet. */
@RequiresChromium
class PagesBrowserIT {

    @RegisterExtension
    static final Bed BED = new Bed();

    @Test
    void everybodyCanUseEachPageInEachLook() {
        Visit stranger = BED.stranger();
        stranger.open("/sign-in");
        Visit admin = BED.visitor(Role.ADMIN);
        // Of things that there are not: the page that says so is one, too.
        admin.witness().expect(404);
        List<Line> pages = EndpointTable.lines().values().stream()
                .filter(line -> line.method().equals("GET") && line.isPage())
                .filter(line -> !List.of("/live", "/sign-in").contains(line.pattern()))
                .toList();
        assertThat(pages).hasSizeGreaterThan(10);
        pages.forEach(line -> admin.open(line.path()));
    }

    @Test
    void aPageThatIsNotForSomebodySaysSo() {
        Visit visit = BED.visitor(Role.VIEWER);
        visit.witness().expect(403);
        visit.open("/audit");
        assertThat(visit.heading().innerText()).isEqualTo("This is not allowed");
    }
}
