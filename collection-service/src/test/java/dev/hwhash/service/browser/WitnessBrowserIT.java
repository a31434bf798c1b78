// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That the suite would see what it looks for: a page with every fault, and one with none. */
@RequiresChromium
class WitnessBrowserIT {

    private static final String SOUND = "<!DOCTYPE html><html lang=en><head><title>Sound</title></head>"
            + "<body><main><h1>Sound</h1><p>Nothing to see.</p></main></body></html>";

    private static final String FAULTY = SOUND.replace(
            "Nothing to see.",
            "<input><img src='http://192.0.2.1/away.png'><hr style='width:2000px'><img src='/missing.png'>"
                    + "<script src='/alert.js'></script><script>inline()</script>");

    @RegisterExtension
    static final OneBrowser CHROMIUM = new OneBrowser();

    private HttpServer server;
    private BrowserContext context;

    /** Takes the browser of the run. */
    private static final class OneBrowser implements BeforeAllCallback {

        private Browser browser;

        @Override
        public void beforeAll(ExtensionContext context) {
            browser = Chromium.of(context);
        }
    }

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/sound", "text/html", SOUND);
        serve("/faulty", "text/html", FAULTY);
        serve("/alert.js", "text/javascript", "alert('here'); missing()");
        server.start();
        context = CHROMIUM.browser.newContext();
    }

    @AfterEach
    void stop() {
        context.close();
        server.stop(0);
    }

    private void serve(String path, String type, String body) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
            exchange.getResponseHeaders()
                    .set("Content-Security-Policy", "script-src 'self'; img-src 'self' http://192.0.2.1");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(body.getBytes(UTF_8));
            exchange.close();
        });
    }

    @Test
    void aSoundPageIsNotAccused() {
        Page page = context.newPage();
        Witness witness = Witness.of(context, origin());
        page.navigate(origin() + "/sound");

        assertThat(witness.seen()).isEmpty();
        assertThat(Axe.findings(page)).isEmpty();
        assertThat(Look.widest(page)).isEmpty();
    }

    @Test
    void everyFaultIsSeen() {
        Witness witness = Witness.of(context, origin());
        Page page = context.newPage();
        Look.PHONE_DARK.on(page);
        page.navigate(origin() + "/faulty");

        assertThat(witness.seen())
                .anyMatch(seen -> seen.startsWith("asked another than the service: http://192.0.2.1"));
        assertThat(witness.seen()).anyMatch(seen -> seen.startsWith("request failed: GET http://192.0.2.1"));
        assertThat(witness.seen()).anyMatch(seen -> seen.startsWith("answer 404 to GET " + origin() + "/missing.png"));
        assertThat(witness.seen()).contains("dialog: here", "policy violated: script-src-elem inline");
        assertThat(witness.seen()).anyMatch(seen -> seen.startsWith("console: ") && seen.contains("inline script"));
        assertThat(witness.seen()).anyMatch(seen -> seen.startsWith("script failed: "));
        assertThat(Axe.findings(page))
                .extracting(found -> found.substring(0, found.indexOf(':')))
                .contains("label", "image-alt");
        assertThat(Look.widest(page)).contains("HR.");
    }

    @Test
    void whatWasExpectedIsNotSeen() {
        Witness witness = Witness.of(context, origin());
        witness.expect(404);
        context.newPage().navigate(origin() + "/missing");

        assertThat(witness.seen()).isEqualTo(List.of());
    }

    private String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
