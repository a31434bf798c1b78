// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page;

import dev.hwhash.service.account.Role;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What each template knows besides its own page.
 *
 * @param texts what it says
 * @param assets what it links
 * @param visitor who looks; empty before the sign-in
 * @param path which page it is; the menu marks its place
 */
public record Frame(Texts texts, Assets assets, Optional<Visitor> visitor, String path) {

    /** How people read a time: in UTC, to the second. */
    public static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /**
     * Returns a text of the catalogue.
     *
     * @param key its name
     * @param values what stands at {@code {0}} and so on
     * @return as {@link Texts#of}
     */
    public String text(String key, Object... values) {
        return texts.of(key, values);
    }

    /**
     * Returns a time as people read it; {@link Instant#toString} is for the browser.
     *
     * @param time any
     * @return in UTC, to the second
     */
    public String time(Instant time) {
        return TIME.format(time);
    }

    /**
     * Returns where a browser finds an asset.
     *
     * @param name such as {@code page.css}
     * @return a path
     */
    public String asset(String name) {
        return assets.path(name);
    }

    /**
     * Returns what each form sends back.
     *
     * @return empty text before the sign-in
     */
    public String csrf() {
        return visitor.map(Visitor::csrf).orElse("");
    }

    /**
     * Returns whether the visitor may do something.
     *
     * @param least the role that it needs
     * @return false before the sign-in
     */
    public boolean may(Role least) {
        return visitor.isPresent() && visitor.get().may(least);
    }

    /**
     * Returns whether the page lies below a place of the menu.
     *
     * @param place such as {@code /devices}
     * @return whether the menu marks it
     */
    public boolean isAt(String place) {
        return path.equals(place) || path.startsWith(place + "/");
    }
}
