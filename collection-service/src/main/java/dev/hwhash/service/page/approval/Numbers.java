// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.approval;

import java.util.Optional;

/** Numbers in paths and forms. */
final class Numbers {

    private static final int LONGEST = 16;

    private Numbers() {}

    /** Returns empty for what is no number of 1 to 16 digits. */
    static Optional<Long> of(String text) {
        boolean isNumber = !text.isEmpty() && text.length() <= LONGEST;
        for (int i = 0; i < text.length(); i++) {
            isNumber &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return isNumber ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
