// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.oa3;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a report. Its encoding is told from the first bytes and never from what the XML declaration says:
 * a file that PowerShell has saved anew is UTF-16 and still declares UTF-8.
 */
final class Oa3Text {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Oa3Text() {}

    /** Decodes any bytes; those that are no characters become U+FFFD. */
    static String decode(byte[] content) {
        String text = new String(content, charset(content));
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static Charset charset(byte[] content) {
        if (content.length < 2) {
            return StandardCharsets.UTF_8;
        }
        int first = content[0] & 0xFF;
        int second = content[1] & 0xFF;
        // XML starts with an ASCII character, so without a mark the zero byte beside it tells the order.
        if ((first == 0xFF && second == 0xFE) || (first != 0 && second == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        if ((first == 0xFE && second == 0xFF) || (first == 0 && second != 0)) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }
}
