// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** axe-core, which looks for what people with a screen reader, a keyboard or weak eyes could not use. */
final class Axe {

    private static final String SCRIPT = script();

    private static final String RUN = "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
            + ".map(v => v.id + ': ' + v.help + ': ' + v.nodes.map(n => n.target.join(' ')).join(', '))";

    private Axe() {}

    /** Returns what it finds on a page as it stands. */
    @SuppressWarnings("unchecked")
    static List<String> findings(Page page) {
        page.evaluate("() => { if (!window.axe) { " + SCRIPT + " } }");
        return (List<String>) page.evaluate(RUN);
    }

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe-core is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
