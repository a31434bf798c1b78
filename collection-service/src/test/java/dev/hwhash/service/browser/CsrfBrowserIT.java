// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.hwhash.service.account.Role;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Another site in the browser of an administrator: it shares the address, so that the cookie goes along. */
@RequiresChromium
class CsrfBrowserIT {

    @RegisterExtension
    static final Bed BED = new Bed();

    private HttpServer evil;

    @BeforeEach
    void start() throws Exception {
        evil = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String service = BED.service().url();
        serve(
                "/form",
                "<form method=post action='" + service + "/accounts'><input name=name value=intruder>"
                        + "<input name=role value=admin></form><script>document.forms[0].submit()</script>");
        serve(
                "/sign-out",
                "<form method=post action='" + service
                        + "/sign-out'></form><script>document.forms[0].submit()</script>");
        serve("/frame", "<iframe src='" + service + "/devices' width=800 height=600></iframe>");
        serve(
                "/read",
                "<p id=out>asking</p><script>fetch('" + service
                        + "/devices', {credentials: 'include'}).then(r => r.text()).then(t => out.textContent = 'read ' + t)"
                        + ".catch(e => out.textContent = 'refused')</script>");
        serve(
                "/opener",
                "<p id=out>open</p><script>const w = window.open('" + service
                        + "/devices'); setTimeout(() => { try { out.textContent = w.document.title } catch (e) {"
                        + " out.textContent = 'refused' } }, 500)</script>");
        evil.start();
    }

    @AfterEach
    void stop() {
        evil.stop(0);
    }

    private void serve(String path, String body) {
        evil.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(("<!DOCTYPE html><title>Evil</title>" + body).getBytes(UTF_8));
            exchange.close();
        });
    }

    /** What happens there is meant to be seen: this visit has no witness that judges it. */
    private Visit visit(String path) {
        Visit visit = BED.visitor(Role.ADMIN);
        visit.witness().judgeNoMore();
        visit.page().navigate("http://127.0.0.1:" + evil.getAddress().getPort() + path);
        return visit;
    }

    @Test
    void aFormOfAnotherSiteIsRefusedThoughTheCookieGoesAlong() {
        Visit visit = visit("/form");
        assertThat(visit.heading()).hasText("This is not allowed");
        visit.page().navigate("/accounts");
        assertThat(visit.heading()).hasText("Accounts");
        assertThat(visit.page().content()).doesNotContain("intruder");

        assertThat(visit("/sign-out").heading()).hasText("This is not allowed");
        visit.page().navigate("/devices");
        assertThat(visit.heading()).hasText("Devices");
    }

    @Test
    void anotherSiteNeitherFramesNorReadsAPage() {
        Visit framed = visit("/frame");
        assertThat(framed.page().frames().get(1).locator("#rows")).hasCount(0);
        assertThat(framed.page().frames().get(1).url()).startsWith("chrome-error:");

        assertThat(visit("/read").page().locator("#out")).hasText("refused");
        assertThat(visit("/opener").page().locator("#out")).hasText("refused");
    }
}
