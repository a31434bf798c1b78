// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The text of a GUID as Microsoft's portals show it (RFC 9562 §4). Stateless. */
public final class Guid {

    private static final Pattern FORM = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private Guid() {}

    /**
     * Reads one; {@link UUID#fromString} alone also takes shorter texts, and another id is no better than none.
     *
     * @param text as somebody wrote it, in any case
     * @return empty for all that has not the form
     */
    public static Optional<UUID> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
