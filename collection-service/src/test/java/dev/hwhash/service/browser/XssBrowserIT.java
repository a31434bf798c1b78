// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.service.Bodies;
import dev.hwhash.service.PageClient;
import dev.hwhash.service.ServiceProcess.Answer;
import dev.hwhash.service.account.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Texts that would run as scripts, in each place where somebody can put one. The witness of each visit fails the test
 * where one ran, or where only the content security policy kept it from running.
 */
@RequiresChromium
class XssBrowserIT {

    @RegisterExtension
    static final Bed BED = new Bed();

    private static final String QUOTED = "\"><img src=x onerror=alert(1)>";

    private static final List<String> TEXTS = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            QUOTED,
            "' autofocus onfocus='alert(1)",
            "</textarea></title></style><svg/onload=alert(1)>",
            "javascript:alert(1)",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "<a href=javascript:alert(1) hx-get=/x hx-trigger=load>x</a>");

    private static final List<String> ALL_FIELDS =
            List.of("q", "state", "tag", "findings", "token", "day", "sort", "after");

    /** What none of the pages holds by itself. */
    private static final String FOREIGN = "script:not([src]), img, iframe, svg[onload], [onerror], [onfocus], [onload],"
            + " a[href^=javascript], [hx-get='/x'], head svg";

    private static final Pattern DEVICE = Pattern.compile("/devices/([0-9]+)");

    /** The types of the texts in a hash: processor, firmware, make, model, SKU, family, and the disk's. */
    private static final List<Integer> HASH_TEXTS = List.of(3, 4, 13, 14, 15, 16, 17, 18, 19, 23);

    static List<String> texts() {
        return TEXTS;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatTheIntakeLetsInIsWhatIsLookedAtHere(String text) {
        boolean quoted = text.indexOf('"') >= 0;

        assertThat(rules("serialNumber", text)).isEqualTo(quoted ? "[value-quote]" : "taken");
        assertThat(rules("windowsProductId", text)).isEqualTo(quoted ? "[value-quote]" : "taken");
        assertThat(rules("groupTag", text)).isEqualTo(quoted ? "[value-quote]" : "taken");
        assertThat(rules("manufacturer", text)).isEqualTo("taken");
        assertThat(rules("model", text)).isEqualTo("taken");
        assertThat(rules("assignedUser", text)).contains("user-not-upn");
    }

    @Test
    void whatAReportSaysIsShownAsText() {
        for (String text : TEXTS) {
            assertThat(put(body(text)).status()).as(text).isEqualTo(201);
        }
        PageClient approver = BED.people().signedIn(Role.APPROVER);
        Visit visit = BED.signedIn(BED.stranger(), approver);
        visit.page().navigate("/devices");
        inert(visit.page());
        Set<String> devices = devices(visit.page());
        assertThat(devices).hasSizeGreaterThanOrEqualTo(TEXTS.size());
        for (String device : devices) {
            visit.page().navigate(device);
            inert(visit.page());
        }
        visit.page().navigate(selection(approver, devices));
        inert(visit.page());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatIsAskedForIsShownAsText(String text) {
        Visit visit = BED.visitor(Role.VIEWER);
        visit.witness().expect(400);
        for (String field : text.equals(QUOTED) ? ALL_FIELDS : List.of("q", "tag")) {
            visit.page().navigate("/devices?" + field + "=" + PageClient.encoded(text));
            inert(visit.page());
        }
        visit.witness().expect(404);
        visit.page().navigate("/code/" + PageClient.encoded(text));
        inert(visit.page());
    }

    @Test
    void whatAnAdministratorWritesIsShownAsText() {
        PageClient admin = BED.people().signedIn(Role.ADMIN);
        for (String text : TEXTS) {
            admin.post("/tokens", "/tokens", Map.of("name", text, "kind", "enrolment"));
            admin.post("/accounts", "/accounts", Map.of("name", text, "role", "viewer"));
        }
        Visit visit = BED.signedIn(BED.stranger(), admin);
        for (String page : List.of("/tokens", "/accounts", "/audit", "/devices")) {
            visit.page().navigate(page);
            inert(visit.page());
        }
    }

    @Test
    void whatSomebodyTypesAtTheSignInIsShownAsText() {
        Visit visit = BED.stranger();
        visit.witness().expect(401);
        for (String text : List.of(TEXTS.get(0), QUOTED)) {
            visit.page().navigate("/sign-in?next=" + PageClient.encoded(text));
            visit.field("Name").fill(text);
            visit.field("Password").fill("wrong wrong wrong");
            visit.button("Sign in").click();
            assertThat(visit.field("Name").inputValue()).isEqualTo(text);
            inert(visit.page());
        }
    }

    private static void inert(Page page) {
        assertThat(page.locator(FOREIGN).evaluateAll("all => all.map(each => each.outerHTML)"))
                .as("at %s", page.url())
                .isEqualTo(List.of());
    }

    @SuppressWarnings("unchecked")
    private static Set<String> devices(Page page) {
        Set<String> devices = new LinkedHashSet<>();
        for (String href : (List<String>) page.locator("main a").evaluateAll("all => all.map(a => a.pathname)")) {
            if (DEVICE.matcher(href).matches()) {
                devices.add(href);
            }
        }
        return devices;
    }

    /** Where an approver looks at what he has picked. */
    private static String selection(PageClient approver, Set<String> devices) {
        StringBuilder form = new StringBuilder("csrf=" + PageClient.encoded(approver.csrf("/devices")));
        devices.forEach(each -> form.append("&device=").append(each.substring("/devices/".length())));
        PageClient.Reply made = approver.postText("/selections", form.toString());
        assertThat(made.location()).startsWith("/selections/");
        return made.location();
    }

    /** A device that says one text wherever it is taken, and a hash that says it wherever a hash has texts. */
    private static Map<String, Object> body(String text) {
        Map<String, String> device = new LinkedHashMap<>();
        boolean quoted = text.indexOf('"') >= 0;
        device.put("serialNumber", quoted ? "HWHASH-QUOTED" : text);
        if (!quoted) {
            device.put("windowsProductId", text);
            device.put("groupTag", text);
        }
        device.put("manufacturer", text);
        device.put("model", text);
        SyntheticHash hash = SyntheticHash.of(text);
        for (int type : HASH_TEXTS) {
            hash = hash.record(type, (text + "\0").getBytes(UTF_8));
        }
        device.put("hardwareHash", hash.text());
        Map<String, Object> body = Bodies.message(device);
        body.put("source", text);
        body.put("agentVersion", text);
        return body;
    }

    private static String rules(String field, String text) {
        Map<String, String> device = new LinkedHashMap<>(Map.of("serialNumber", "HWHASH-0001"));
        device.put("hardwareHash", SyntheticHash.of("HWHASH-0001").text());
        device.put(field, text);
        Answer answer = put(Bodies.message(device));
        if (answer.status() == 201) {
            return "taken";
        }
        List<String> rules = new ArrayList<>();
        for (JsonNode rule : answer.json().path("rules")) {
            rules.add(rule.asString());
        }
        return rules.toString();
    }

    private static Answer put(Map<String, Object> message) {
        return BED.service().put(UUID.randomUUID(), Bodies.bytes(message));
    }
}
