// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The group tags by which Microsoft Managed Desktop knew its devices. They count to the letter, so a near miss is a
 * device without a profile.
 *
 * @see <a href="https://learn.microsoft.com/managed-desktop/prepare/assign-deployment-group">Managed Desktop, device
 *     profiles</a>
 */
public final class ManagedDesktopGroupTag {

    /** Two slips of the finger; a third makes another word. */
    private static final int SLIPS = 2;

    private static final List<String> TAGS = List.of(
            "Microsoft365Managed_Autopilot",
            "Microsoft365Managed_Standard",
            "Microsoft365Managed_SensitiveData",
            "Microsoft365Managed_PowerUser",
            "Microsoft365Managed_Kiosk",
            "Microsoft365Managed_Standard-Shared",
            "Microsoft365Managed_SensitiveData-Shared",
            "Microsoft365Managed_Kiosk-Shared");

    private ManagedDesktopGroupTag() {}

    /**
     * Returns the tag that was probably meant.
     *
     * @param groupTag a tag as somebody typed it
     * @return the known tag, or empty where the given one is a known tag or unlike all of them
     */
    public static Optional<String> meantBy(String groupTag) {
        if (TAGS.contains(groupTag)) {
            return Optional.empty();
        }
        String typed = letters(groupTag);
        String nearest = "";
        int fewest = SLIPS + 1;
        for (String tag : TAGS) {
            int slips = distance(typed, letters(tag));
            if (slips < fewest) {
                fewest = slips;
                nearest = tag;
            }
        }
        return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest);
    }

    /** Returns the letters and digits alone, full-width ones narrowed (NFKC), in lower case. */
    private static String letters(String tag) {
        String narrow = Normalizer.normalize(tag, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < narrow.length(); i++) {
            if (Character.isLetterOrDigit(narrow.charAt(i))) {
                letters.append(narrow.charAt(i));
            }
        }
        return letters.toString();
    }

    /** Levenshtein's distance, row by row; tags too long to be near are told at once. */
    private static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > SLIPS) {
            return SLIPS + 1;
        }
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int swap = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(swap, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
