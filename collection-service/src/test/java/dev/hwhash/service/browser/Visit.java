// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Somebody with a browser of his own: cookies, one page, and a witness of what goes wrong in it. */
final class Visit {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int MOST_TABS = 100;

    private final Set<String> sound = new HashSet<>();
    private final BrowserContext context;
    private final Witness witness;
    private final Page page;
    private final boolean scripts;

    Visit(BrowserContext context, String url, boolean scripts) {
        this.context = context;
        this.scripts = scripts;
        context.setDefaultTimeout(PATIENCE_MILLIS);
        witness = Witness.of(context, url);
        page = context.newPage();
    }

    Page page() {
        return page;
    }

    Witness witness() {
        return witness;
    }

    BrowserContext context() {
        return context;
    }

    /** Opens a path of the service and looks whether everybody can use the page. */
    void open(String path) {
        page.navigate(path);
        looksSound();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator heading() {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1));
    }

    /** Presses Tab until the focus is where it is wanted. */
    void tabTo(Locator wanted) {
        for (int i = 0; i < MOST_TABS && !isFocused(wanted); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(isFocused(wanted)).as("reached by Tab: %s", wanted).isTrue();
        assertThat((Boolean) wanted.evaluate("e => e.matches(':focus-visible')"))
                .isTrue();
    }

    private static boolean isFocused(Locator locator) {
        return (Boolean) locator.evaluate("e => e === document.activeElement");
    }

    /** The path and query of where he is. */
    String place() {
        return (String) page.evaluate("location.pathname + location.search");
    }

    /**
     * Looks at the page, in each way, once for each heading: axe finds nothing, and the page fits the window. Axe is a
     * script itself.
     */
    void looksSound() {
        if (scripts
                && sound.add(place().replaceAll("[?].*|[0-9]+", "") + heading().innerText())) {
            for (Look look : Look.values()) {
                looksSound(look);
            }
            Look.DESK_LIGHT.on(page);
        }
    }

    /** Looks at the page as it stands in one way. */
    void looksSound(Look look) {
        look.on(page);
        assertThat(Axe.findings(page)).as("axe at %s, %s", place(), look).isEmpty();
        assertThat(Look.widest(page))
                .as("wider than the window at %s, %s", place(), look)
                .isEmpty();
    }

    /** Ends without a look back; what the witness saw is left to say. */
    List<String> end() {
        context.close();
        return witness.seen();
    }

    /** Ends and leaves in a folder all that tells why. */
    void endInto(Path folder, int number) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(number + ".html"), page.content());
        Files.writeString(
                folder.resolve(number + ".txt"), page.url() + "\n" + String.join("\n", witness.seen()) + "\n");
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(number + ".png")));
        context.close();
    }
}
