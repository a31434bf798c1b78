// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device;

import java.util.Set;

/** What serial numbers of SMBIOS are worth: many boards carry a text that their maker never replaced. */
public final class SerialNumber {

    /** Lower case, without blanks and punctuation, as {@link #letters(String)} leaves them. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "01234567",
            "0123456789",
            "12345",
            "123456",
            "1234567",
            "12345678",
            "123456789",
            "1234567890",
            "9876543210",
            "assetserialnumber",
            "chassisserialnumber",
            "defaultstring",
            "empty",
            "invalid",
            "na",
            "none",
            "notapplicable",
            "notavailable",
            "notspecified",
            "null",
            "nullstring",
            "oem",
            "oemserial",
            "serialnumber",
            "smbiosstringindex0",
            "systemserialnumber",
            "tobefilledbyoem",
            "unknown");

    /** With which the placeholders begin. */
    private static final String FIRST_LETTERS = "019acdeinostu";

    private SerialNumber() {}

    /**
     * Returns whether a serial number tells devices apart.
     *
     * @param serialNumber as SMBIOS or WMI gives it
     * @return true where it is blank, one character over and over, or a text that makers leave behind
     */
    public static boolean isPlaceholder(String serialNumber) {
        if (startsLikeNone(serialNumber)) {
            return false;
        }
        String letters = letters(serialNumber);
        boolean lone = letters.length() == 1 && serialNumber.strip().length() > 1;
        return (isOneCharacter(letters) && !lone) || PLACEHOLDERS.contains(letters);
    }

    /** Tells most real ones at once: two different letters, and the first of them begins no placeholder. */
    private static boolean startsLikeNone(String serialNumber) {
        char first = 0;
        for (int i = 0; i < serialNumber.length(); i++) {
            char c = serialNumber.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                char letter = Character.toLowerCase(c);
                first = first == 0 ? letter : first;
                if (FIRST_LETTERS.indexOf(first) >= 0) {
                    return false;
                }
                if (letter != first) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String letters(String serialNumber) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < serialNumber.length(); i++) {
            if (Character.isLetterOrDigit(serialNumber.charAt(i))) {
                letters.append(Character.toLowerCase(serialNumber.charAt(i)));
            }
        }
        return letters.toString();
    }

    /** Also true of no character at all: a serial number of dots and dashes alone. A lone letter among them is a name. */
    private static boolean isOneCharacter(String letters) {
        for (int i = 1; i < letters.length(); i++) {
            if (letters.charAt(i) != letters.charAt(0)) {
                return false;
            }
        }
        return true;
    }
}
