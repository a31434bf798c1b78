// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import dev.hwhash.service.PageClient;
import dev.hwhash.service.People;
import dev.hwhash.service.ServiceProcess;
import dev.hwhash.service.TestedService;
import dev.hwhash.service.account.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a class of browser tests stands on: a service of its own with an account of each role, and visitors, each with
 * his own browser. After each test it asks the witnesses, and looks at the page that each visitor left; after a failed
 * one it leaves picture and source in {@code target/browser}.
 */
final class Bed implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final Path LEFT = Path.of("target", "browser");

    private final List<Visit> visits = new ArrayList<>();
    private final TestedService tested;
    private Browser browser;

    /** An empty service. */
    Bed() {
        tested = new TestedService();
    }

    Bed(TestedService.Preparation preparation) {
        tested = new TestedService(preparation);
    }

    ServiceProcess service() {
        return tested.service();
    }

    People people() {
        return tested.people();
    }

    /** Somebody who is not signed in. */
    Visit stranger() {
        return visit(service().url(), true);
    }

    /** Somebody who is not signed in at another service. */
    Visit strangerAt(ServiceProcess other) {
        return visit(other.url(), true);
    }

    /** Somebody whose browser runs no scripts, and who is not signed in. */
    Visit strangerWithoutScripts() {
        return visit(service().url(), false);
    }

    /** Somebody who is signed in as the account of a role. */
    Visit visitor(Role role) {
        return signedIn(stranger(), people().signedIn(role));
    }

    /** Puts the session of somebody into his browser. */
    Visit signedIn(Visit visit, PageClient client) {
        List<Cookie> cookies = new ArrayList<>();
        client.cookies()
                .forEach((name, value) ->
                        cookies.add(new Cookie(name, value).setUrl(service().url())));
        visit.context().addCookies(cookies);
        return visit;
    }

    private Visit visit(String url, boolean scripts) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(url)
                .setJavaScriptEnabled(scripts)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Berlin"));
        Visit visit = new Visit(context, url, scripts);
        visits.add(visit);
        return visit;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        browser = Chromium.of(context);
        tested.beforeAll(context);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        List<Visit> ended = List.copyOf(visits);
        visits.clear();
        boolean failed = context.getExecutionException().isPresent();
        Path left = LEFT.resolve(context.getRequiredTestClass().getSimpleName())
                .resolve(context.getRequiredTestMethod().getName());
        for (int i = 0; i < ended.size(); i++) {
            if (failed || !ended.get(i).witness().seen().isEmpty()) {
                ended.get(i).endInto(left, i + 1);
            } else {
                ended.get(i).end();
            }
        }
        List<String> seen = new ArrayList<>();
        ended.forEach(visit -> seen.addAll(visit.witness().seen()));
        if (!failed) {
            assertThat(seen).as("what must not happen in a browser").isEmpty();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        tested.afterAll(context);
    }
}
