// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** How somebody looks at a page. */
enum Look {
    DESK_LIGHT(1280, ColorScheme.LIGHT),
    DESK_DARK(1280, ColorScheme.DARK),
    PHONE_LIGHT(360, ColorScheme.LIGHT),
    PHONE_DARK(360, ColorScheme.DARK);

    private static final int HEIGHT = 800;

    private final int width;
    private final ColorScheme scheme;

    Look(int width, ColorScheme scheme) {
        this.width = width;
        this.scheme = scheme;
    }

    void on(Page page) {
        page.setViewportSize(width, HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    /** What makes the page as a whole wider than the window; a table may scroll in a frame of its own. */
    @SuppressWarnings("unchecked")
    static List<String> widest(Page page) {
        return (List<String>) page.evaluate("""
                () => document.documentElement.scrollWidth <= window.innerWidth ? [] :
                    [...document.querySelectorAll('body *')]
                        .filter(e => e.getBoundingClientRect().right > window.innerWidth)
                        .map(e => e.tagName + '.' + e.className)""");
    }
}
