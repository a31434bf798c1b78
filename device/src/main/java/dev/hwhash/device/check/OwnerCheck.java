// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import dev.hwhash.device.Field;
import dev.hwhash.device.ManagedDesktopGroupTag;
import java.text.Normalizer;
import java.util.Optional;

/** Looks at what people have typed: the group tag and the assigned user. */
final class OwnerCheck {

    /** The shortest tag of Managed Desktop has 25 characters; a near miss has two fewer at most. */
    private static final int SHORTEST_NEAR_MISS = 22;

    private OwnerCheck() {}

    static void check(RowFacts facts, Findings findings) {
        String tag = facts.groupTag();
        if (!tag.isEmpty()) {
            groupTag(tag, findings);
        }
        String user = facts.assignedUser();
        if (!user.isEmpty() && !isPrincipalName(user)) {
            findings.add(
                    ValueRule.USER_NOT_UPN,
                    Field.ASSIGNED_USER,
                    Shown.value(user),
                    "the assigned user " + Shown.quoted(user) + " is no user principal name");
        }
    }

    private static void groupTag(String tag, Findings findings) {
        Optional<String> meant = meantBy(tag);
        if (meant.isPresent()) {
            findings.add(
                    ValueRule.GROUP_TAG_MISSPELT,
                    Field.GROUP_TAG,
                    Shown.value(tag),
                    "the group tag " + Shown.quoted(tag) + " is not one of Managed Desktop's; " + meant.get() + " is");
        } else if (!tag.equals(withoutForm(tag))) {
            findings.add(
                    ValueRule.GROUP_TAG_FORM,
                    Field.GROUP_TAG,
                    Shown.value(tag),
                    "the group tag " + Shown.quoted(tag) + " ends with punctuation or holds full-width characters");
        }
    }

    /** Returns the tag of Managed Desktop that was certainly meant: only form and capitals differ. */
    static Optional<String> certainlyMeantBy(String tag) {
        Optional<String> meant = meantBy(tag);
        return meant.isPresent() && meant.get().equalsIgnoreCase(withoutForm(tag)) ? meant : Optional.empty();
    }

    private static Optional<String> meantBy(String tag) {
        return tag.length() < SHORTEST_NEAR_MISS ? Optional.empty() : ManagedDesktopGroupTag.meantBy(tag);
    }

    /** Returns the tag in narrow characters (NFKC) and without what ends a sentence. */
    private static String withoutForm(String tag) {
        String narrow = hasFullWidth(tag) ? Normalizer.normalize(tag, Normalizer.Form.NFKC) : tag;
        int end = narrow.length();
        while (end > 0 && ",.;:!?'\"\u3002\u3001".indexOf(narrow.charAt(end - 1)) >= 0) {
            end--;
        }
        return Blanks.strippedOf(narrow.substring(0, end));
    }

    private static boolean hasFullWidth(String tag) {
        for (int i = 0; i < tag.length(); i++) {
            char c = tag.charAt(i);
            if ((c >= '\uFF01' && c <= '\uFF5E') || c == '\u3000') {
                return true;
            }
        }
        return false;
    }

    /** Something, one @, and a domain with a dot in it. */
    private static boolean isPrincipalName(String user) {
        int at = user.indexOf('@');
        int dot = user.indexOf('.', at + 2);
        for (int i = 0; i < user.length(); i++) {
            if (Blanks.isUnseen(user.charAt(i))) {
                return false;
            }
        }
        return at > 0
                && at == user.lastIndexOf('@')
                && dot > 0
                && !user.endsWith(".")
                && user.indexOf("..", at) < 0
                && user.charAt(at + 1) != '.';
    }
}
