// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place of this service to go to after the sign-in. Whatever a browser could take for another host is none: segments
 * begin with a letter or digit, so that there are neither two slashes nor dots alone, and nothing but ASCII is let in.
 *
 * @param text a path with or without a query
 */
public record LocalPath(String text) {

    private static final int LONGEST = 2_000;
    private static final Pattern ALLOWED = Pattern.compile(
            "/([A-Za-z0-9][A-Za-z0-9._~-]*(/[A-Za-z0-9][A-Za-z0-9._~-]*)*)?(\\?[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*)?");

    /** Where everybody may go. */
    public static final LocalPath HOME = new LocalPath("/");

    /** Refuses what {@link #of} refuses. */
    public LocalPath {
        if (!isLocal(text)) {
            throw new IllegalArgumentException("no path of this service");
        }
    }

    /**
     * Reads a path.
     *
     * @param text any text
     * @return empty where it is none of this service
     */
    public static Optional<LocalPath> of(String text) {
        return isLocal(text) ? Optional.of(new LocalPath(text)) : Optional.empty();
    }

    private static boolean isLocal(String text) {
        return text.length() <= LONGEST && ALLOWED.matcher(text).matches();
    }
}
