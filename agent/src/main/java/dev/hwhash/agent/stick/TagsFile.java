// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;

/** The group tags of which a technician picks one: one a line, {@code #} before a comment; pure. */
final class TagsFile {

    private TagsFile() {}

    /** Returns why a tag cannot be one of the list and of a row, fit behind its name; empty if it can. */
    static Optional<String> flaw(String tag) {
        if (tag.isBlank()) {
            return Optional.of("has no value; a variable may be empty");
        }
        if (tag.startsWith("#")) {
            return Optional.of("begins with #, which makes a comment of it in " + StickLayout.TAGS);
        }
        if (tag.indexOf(',') >= 0 || tag.indexOf('"') >= 0) {
            return Optional.of(
                    "holds a comma or a quotation mark, which no row of the import can hold; name it without");
        }
        return isOneLine(tag) ? Optional.empty() : Optional.of("holds a line break or another control character");
    }

    private static boolean isOneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            int type = Character.getType(text.charAt(i));
            if (type == Character.CONTROL
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                return false;
            }
        }
        // Half a character, which no file holds.
        return UTF_8.newEncoder().canEncode(text);
    }

    /** Tells whether a list has a tag. */
    static boolean has(byte[] list, String tag) {
        return new String(list, UTF_8).lines().map(String::strip).anyMatch(tag::equals);
    }

    /** Returns a list with a tag in it, at its end unless it is there already. */
    static byte[] with(byte[] list, String tag) {
        if (has(list, tag)) {
            return list.clone();
        }
        boolean whole = list.length == 0 || list[list.length - 1] == '\n';
        byte[] line = ((whole ? "" : "\r\n") + tag + "\r\n").getBytes(UTF_8);
        byte[] longer = Arrays.copyOf(list, list.length + line.length);
        System.arraycopy(line, 0, longer, list.length, line.length);
        return longer;
    }
}
