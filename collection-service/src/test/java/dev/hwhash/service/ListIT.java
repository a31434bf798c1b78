// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.ShortCode;
import dev.hwhash.service.PageClient.Reply;
import dev.hwhash.service.account.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of devices, as somebody who is signed in sees it. */
@TestInstance(Lifecycle.PER_CLASS)
class ListIT {

    private static final Pattern SERIAL =
            Pattern.compile("<th scope=\"row\"><a class=\"mono\" href=\"/devices/\\d+\">([^<]*)</a>");
    private static final Pattern NEXT = Pattern.compile("<a href=\"([^\"]*)\" rel=\"next\">");
    private static final UUID REPORT = UUID.fromString("5eed5eed-5eed-4eed-8eed-5eed5eed5eed");

    private ServiceProcess service;
    private SignedIn viewer;

    @BeforeAll
    void start(@TempDir Path folder) {
        service = ServiceProcess.start(folder.resolve("data"));
        put(REPORT, Bodies.with("AB-1", "groupTag", "Library"));
        put(UUID.randomUUID(), Bodies.with("CD-2", "groupTag", "Class & room"));
        put(
                UUID.randomUUID(),
                Bodies.with(Map.of("serialNumber", "<b>EF-3</b>", "manufacturer", "Fabrikam", "model", "\"Slate\"")));
        for (int i = 0; i < 120; i++) {
            put(
                    UUID.randomUUID(),
                    Bodies.with(Map.of("serialNumber", "MANY-" + i, "manufacturer", "Contoso", "model", "Book")));
        }
        viewer = SignedIn.as(service, Role.VIEWER);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private void put(UUID id, byte[] body) {
        assertThat(service.put(id, body).status()).isEqualTo(201);
    }

    @Test
    void aLineTellsTheDeviceItsTokenAndFromWhereItsReportCame() {
        String page = viewer.get("/devices?q=ab-1").text();
        assertThat(serials(page)).containsExactly("AB-1");
        assertThat(page).contains("<td>Library</td>", "first, 127.0.0.1</div>", "badge-pending");
    }

    @Test
    void whatAReportHoldsIsTextOnThePage() {
        String page = viewer.get("/devices?q=%3Cb%3E").text();
        assertThat(serials(page)).containsExactly("&lt;b&gt;EF-3&lt;/b&gt;");
        assertThat(page).doesNotContain("<b>EF-3").contains("value=\"&lt;b");
    }

    @Test
    void eachFilterStandsInTheAddressAndNarrows() {
        assertThat(serials(viewer.get("/devices?tag=class+%26+ROOM").text())).containsExactly("CD-2");
        assertThat(serials(viewer.get("/devices?untagged=1&q=ef&state=pending").text()))
                .isEmpty();
        assertThat(serials(viewer.get("/devices?untagged=1&q=%3C").text())).hasSize(1);
        assertThat(serials(viewer.get("/devices?state=approved").text())).isEmpty();
        assertThat(serials(viewer.get("/devices?token=1&sort=serial&q=ab").text()))
                .containsExactly("AB-1");
        assertThat(serials(viewer.get("/devices?token=2").text())).isEmpty();
        assertThat(serials(viewer.get("/devices?day=2001-01-01").text())).isEmpty();
        assertThat(viewer.get("/devices?day=2001-01-01").text()).contains("No device fits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=newest",
                "sort=oldest",
                "sort=serial",
                "sort=model-down",
                "sort=tag",
                "q=many&sort=serial-down"
            })
    void thePagesHoldEachDeviceOnce(String query) {
        List<String> shown = new ArrayList<>();
        String path = "/devices?" + query;
        for (int pages = 0; !path.isEmpty(); pages++) {
            assertThat(pages).isLessThan(10);
            String page = viewer.get(path).text();
            shown.addAll(serials(page));
            Matcher next = NEXT.matcher(page);
            path = next.find() ? next.group(1).replace("&amp;", "&") : "";
        }
        assertThat(shown).hasSize(query.startsWith("q=") ? 120 : 123).hasSameSizeAs(new HashSet<>(shown));
    }

    @Test
    void theHeadsOfTheColumnsTellAndTurnTheOrder() {
        String page = viewer.get("/devices?sort=serial&tag=Library").text();
        assertThat(page)
                .contains("aria-sort=\"ascending\"><a href=\"/devices?tag=Library&amp;sort=serial-down\">")
                .contains("aria-sort=\"none\"><a href=\"/devices?tag=Library\">");
    }

    @Test
    void onlyAnApproverCanSelect() {
        assertThat(viewer.get("/devices").text()).doesNotContain("name=\"device\"", "name=\"all\"");
        String page =
                SignedIn.as(service, Role.APPROVER).get("/devices?tag=Library").text();
        assertThat(page)
                .contains("data-select-all", "name=\"device\" value=\"1\"", "name=\"all\"")
                .contains("<input type=\"hidden\" name=\"tag\" value=\"Library\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=open",
                "findings=NONE!",
                "day=yesterday",
                "day=-999999999-01-01",
                "token=x",
                "sort=id",
                "after=x",
                "after=czE6eA&sort=model",
                "q=a&q=b",
                "q=%00"
            })
    void whatIsNotUnderstoodIsRefusedByAPage(String query) {
        Reply page = viewer.get("/devices?" + query);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("<h1>");
    }

    @Test
    void aShortCodeLeadsToItsDevice() {
        ShortCode code = ShortCode.of(REPORT);
        assertThat(viewer.get("/code/" + code).location()).isEqualTo("/devices/1");
        assertThat(viewer.get("/code/" + code.text().toLowerCase(java.util.Locale.ROOT))
                        .location())
                .isEqualTo("/devices/1");
        assertThat(serials(viewer.get("/devices?q=" + code).text())).containsExactly("AB-1");
        assertThat(viewer.get("/code/0000-0000").status()).isEqualTo(404);
        assertThat(viewer.get("/code/' OR 1".replace(" ", "%20")).status()).isEqualTo(404);
    }

    private static List<String> serials(String page) {
        return SERIAL.matcher(page).results().map(found -> found.group(1)).toList();
    }
}
