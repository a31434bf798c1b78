// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.oa3;

import java.util.regex.Pattern;

/** What another program says, fit for a message: one line of ASCII, without what could be a hash or a product key. */
final class Oa3Words {

    private static final int LONGEST = 160;

    /** A word this long is data. Letters and digits alone: a path has other characters between. */
    private static final Pattern DATA = Pattern.compile("[A-Za-z0-9+/=]{20,}");

    private static final Pattern PRODUCT_KEY = Pattern.compile("[A-Za-z0-9]{5}(-[A-Za-z0-9]{5}){2,}");

    private Oa3Words() {}

    /** Returns the last line that is not blank; empty if there is none. */
    static String lastLine(String output) {
        return output.replace("\0", "")
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((earlier, later) -> later)
                .map(Oa3Words::shown)
                .orElse("");
    }

    /** Returns a text as a message may show it. */
    static String shown(String text) {
        String ascii = text.replaceAll("[^ -~]", " ").replace('"', '\'').strip();
        String safe = PRODUCT_KEY.matcher(DATA.matcher(ascii).replaceAll("...")).replaceAll("...");
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "...";
    }
}
