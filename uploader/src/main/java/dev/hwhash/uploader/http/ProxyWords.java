// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import dev.hwhash.registration.http.Foreign;
import java.util.List;
import java.util.Locale;

/** What a proxy asks for with a 407, in words (RFC 9110 §11.7.1). Pure. */
final class ProxyWords {

    private ProxyWords() {}

    static String of(List<String> challenges) {
        boolean basic = false;
        StringBuilder schemes = new StringBuilder();
        for (String challenge : challenges) {
            String scheme = scheme(challenge);
            basic |= scheme.toLowerCase(Locale.ROOT).equals("basic");
            schemes.append(schemes.isEmpty() ? "" : ", ").append(scheme);
        }
        if (schemes.isEmpty()) {
            return "the proxy asks for credentials (407) and names no scheme; ask who runs it";
        }
        if (basic) {
            return "the proxy asks for credentials (407, " + schemes
                    + ") and was given none that it accepts; set the proxy's user and password";
        }
        return "the proxy asks for credentials (407) by " + schemes
                + "; only Basic is supported now: let it pass this service without, or name another with --proxy";
    }

    private static String scheme(String challenge) {
        String text = challenge.strip();
        int end = 0;
        while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) != ',') {
            end++;
        }
        return Foreign.text(text.substring(0, end));
    }
}
