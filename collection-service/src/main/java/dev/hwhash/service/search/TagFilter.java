// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

/** Which group tag a device has. */
public sealed interface TagFilter {

    /** None. */
    record Untagged() implements TagFilter {}

    /**
     * A certain one.
     *
     * @param tag the whole tag, whatever the case of its letters from A to Z
     */
    record Named(String tag) implements TagFilter {

        /** Refuses what no tag is. */
        public Named {
            if (tag.isBlank()) {
                throw new IllegalArgumentException("a tag is not blank");
            }
        }
    }
}
