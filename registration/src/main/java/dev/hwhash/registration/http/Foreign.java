// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.http;

/** Text from elsewhere, made fit for a message: printable ASCII, and not too long. Stateless. */
public final class Foreign {

    private static final int LONGEST = 200;

    private Foreign() {}

    /**
     * Makes a text fit.
     *
     * @param text anything
     * @return at most 200 characters of printable ASCII, others as question marks, blanks run together; empty if it was
     *     blank
     */
    public static String text(String text) {
        StringBuilder fit = new StringBuilder();
        for (int i = 0; i < text.length() && fit.length() < LONGEST; i++) {
            char c = text.charAt(i);
            boolean blank = c <= ' ' || c == '\u00a0';
            if (!blank) {
                fit.append(c > '~' ? '?' : c);
            } else if (!fit.isEmpty() && fit.charAt(fit.length() - 1) != ' ') {
                fit.append(' ');
            }
        }
        String shown = fit.toString().strip();
        return text.length() > LONGEST && fit.length() == LONGEST ? shown + "..." : shown;
    }
}
