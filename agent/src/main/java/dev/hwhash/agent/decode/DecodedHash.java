// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.decode;

import dev.hwhash.agent.HashMark;
import dev.hwhash.device.hash.DamagedHash;
import dev.hwhash.device.hash.content.HashContent;
import dev.hwhash.device.outline.HashOutline;
import dev.hwhash.device.outline.Outline;
import java.util.Optional;

/**
 * A hash that was decoded.
 *
 * @param place where it stands: a file, a line of it, stdin or the command line
 * @param length of its text, in characters
 * @param digits the first 8 digits of the text's SHA-256
 * @param content what is in it
 */
record DecodedHash(String place, int length, String digits, HashContent content) {

    static DecodedHash of(String place, String text) {
        return new DecodedHash(place, text.length(), HashMark.digits(text), HashContent.of(text));
    }

    /** Returns what identifies the text and gives nothing of it away. */
    String mark() {
        return length + " characters, SHA-256 " + digits;
    }

    /** Returns where it stands, what identifies its text, and its content. */
    Outline outline() {
        return new Outline()
                .text("source", place)
                .number("characters", length, "")
                .text("sha256Start", digits)
                .all(HashOutline.of(content));
    }

    Optional<DamagedHash> damage() {
        return content.layout().reading() instanceof DamagedHash damaged ? Optional.of(damaged) : Optional.empty();
    }
}
