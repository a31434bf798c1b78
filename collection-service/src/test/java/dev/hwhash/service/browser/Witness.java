// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes down what must not happen while a page is used: an error in the console, a breach of the content security
 * policy, a script that fails, an answer that is an error, a request that leaves the service, a dialog.
 */
final class Witness {

    private static final String VIOLATIONS =
            "document.addEventListener('securitypolicyviolation', e => policyViolated(e.effectiveDirective + ' '"
                    + " + e.blockedURI))";

    /** An answer is seen as such; a search that is overtaken by the next one is no fault. */
    private static final List<String> EXPECTED = List.of(
            "Failed to load resource: the server responded",
            "htmx:responseError",
            "htmx:sendAbort",
            "htmx:afterRequest");

    private final List<String> seen = new ArrayList<>();
    private final Set<Integer> expected = new HashSet<>();
    private final String origin;
    private boolean takesDialogs;
    private boolean judges = true;

    private Witness(String origin) {
        this.origin = origin;
    }

    static Witness of(BrowserContext context, String origin) {
        Witness witness = new Witness(origin);
        // Not bound by the page's own policy.
        context.exposeFunction("policyViolated", values -> witness.saw("policy violated: " + values[0]));
        context.addInitScript(VIOLATIONS);
        context.onConsoleMessage(witness::console);
        context.onWebError(error -> witness.saw("script failed: " + error.error()));
        context.onRequest(witness::request);
        context.onRequestFailed(witness::failed);
        context.onResponse(witness::response);
        context.onDialog(witness::dialog);
        return witness;
    }

    /** From now on an answer of this status is no surprise. */
    void expect(int status) {
        expected.add(status);
    }

    /** From now on a question of the page is answered by yes. */
    void takeDialogs() {
        takesDialogs = true;
    }

    /** From now on nothing is a surprise: another site is looked at. */
    void judgeNoMore() {
        judges = false;
    }

    /** What was seen and was not expected. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    private boolean saw(String what) {
        return judges && seen.add(what);
    }

    private void console(ConsoleMessage message) {
        if (message.type().equals("error") && EXPECTED.stream().noneMatch(message.text()::startsWith)) {
            saw("console: " + message.text());
        }
    }

    private void request(Request request) {
        URI uri = URI.create(request.url());
        boolean own = request.url().startsWith(origin + "/");
        if (!own && !uri.getScheme().equals("data") && !uri.getScheme().equals("blob")) {
            saw("asked another than the service: " + request.url());
        }
    }

    private void failed(Request request) {
        // A live stream or a search ends so when the page is left or a newer search begins; so does a download.
        if (!"net::ERR_ABORTED".equals(request.failure())) {
            saw("request failed: " + request.method() + " " + request.url() + ": " + request.failure());
        }
    }

    private void response(Response response) {
        if (response.status() >= 400 && !expected.contains(response.status())) {
            saw("answer " + response.status() + " to " + response.request().method() + " " + response.url());
        }
    }

    private void dialog(Dialog dialog) {
        if (takesDialogs) {
            dialog.accept();
        } else {
            saw("dialog: " + dialog.message());
            dialog.dismiss();
        }
    }
}
