// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.outbox;

/**
 * Why a report is set aside.
 *
 * @param code the service's stable word, or one of ours: {@code too-old}
 * @param words the reason and what to do, in one line
 */
public record Rejection(String code, String words) {

    static final String TOO_OLD = "too-old";
    static final String UNKNOWN = "unknown";

    /** Makes both one line each, so that a file of two lines holds them. */
    public Rejection {
        code = oneLine(code);
        words = oneLine(words);
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line.append(c < ' ' || c > '~' ? ' ' : c);
        }
        return line.toString().strip();
    }

    String text() {
        return code + "\n" + words + "\n";
    }

    static Rejection ofText(String text) {
        int end = text.indexOf('\n');
        return end <= 0 ? new Rejection(UNKNOWN, text) : new Rejection(text.substring(0, end), text.substring(end));
    }
}
