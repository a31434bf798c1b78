// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.decode;

/** Text for any console: a value from a device neither moves the cursor nor depends on a code page. */
final class Ascii {

    private Ascii() {}

    /** Returns the text with other characters as {@code \\u00E9}. */
    static String of(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c <= '~') {
                ascii.append(c);
            } else {
                ascii.append(String.format("\\u%04X", (int) c));
            }
        }
        return ascii.toString();
    }
}
