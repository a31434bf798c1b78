// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import java.util.regex.Pattern;

/** What somebody should look at. */
public sealed interface FindingsFilter {

    /** Anything. */
    record Any() implements FindingsFilter {}

    /** Nothing. */
    record None() implements FindingsFilter {}

    /**
     * What one rule found.
     *
     * @param id the rule's id: letters from a to z, digits and hyphens
     */
    record Of(String id) implements FindingsFilter {

        private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,60}");

        /** Refuses what no rule is called. */
        public Of {
            if (!isId(id)) {
                throw new IllegalArgumentException("the id of a rule has letters from a to z, digits and hyphens");
            }
        }

        /**
         * Returns whether a rule can be called so.
         *
         * @param text any text
         * @return whether there may be such a rule
         */
        public static boolean isId(String text) {
            return ID.matcher(text).matches();
        }
    }
}
