// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

/**
 * The base64 text of a hash, repaired as Microsoft's troubleshooting page tells to: Windows hands out texts without
 * padding, which the service refuses.
 *
 * @see <a href="https://learn.microsoft.com/troubleshoot/mem/intune/device-enrollment/troubleshoot-device-enrollment">
 *     Troubleshoot device enrollment, "Cannot convert the literal"</a>
 */
final class HashText {

    private HashText() {}

    /** Returns the text without white space and with the padding that its length asks for. */
    static String repaired(String text) {
        StringBuilder data = data(text);
        if (data.length() % 4 == 1) {
            // No base64 ends so; the page's cure is an A, which adds to the zero bytes at the end.
            data.append('A');
        }
        while (data.length() % 4 != 0) {
            data.append('=');
        }
        return data.toString();
    }

    /** Returns the text without white space and without the padding at its end. */
    static StringBuilder data(String text) {
        StringBuilder data = new StringBuilder(text.length() + 3);
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isBlank(text.charAt(i))) {
                data.append(text, start, i);
                start = i + 1;
            }
        }
        data.append(text, start, text.length());
        int end = data.length();
        while (end > 0 && data.charAt(end - 1) == '=') {
            end--;
        }
        data.setLength(end);
        return data;
    }

    /** Also the blanks that do not break a line, and the mark at the start of a file: web pages and editors leave them. */
    private static boolean isBlank(char c) {
        boolean visibleAscii = c > ' ' && c <= '~';
        return !visibleAscii && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF');
    }

    /** Returns how many characters there are before the first that is not of the standard alphabet. */
    static int base64Length(String text) {
        int length = 0;
        while (length < text.length() && isBase64(text.charAt(length))) {
            length++;
        }
        return length;
    }

    private static boolean isBase64(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }
}
