// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.device.ManagedDesktopGroupTag;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Warns of group tags that are nearly one of Managed Desktop's, once for each. Not thread-safe. */
public final class GroupTagWarnings {

    private final Messages messages;
    private final Set<String> seen = new HashSet<>();

    /**
     * Makes warnings.
     *
     * @param messages where they go
     */
    public GroupTagWarnings(Messages messages) {
        this.messages = messages;
    }

    /**
     * Looks at a tag.
     *
     * @param tag a group tag, or the name of a batch that becomes one; empty: none
     */
    public void look(Optional<String> tag) {
        Optional<String> meant = tag.filter(seen::add).flatMap(ManagedDesktopGroupTag::meantBy);
        if (meant.isPresent()) {
            messages.warning(
                    "group-tag-misspelt",
                    "the group tag \"" + tag.get() + "\" is not one of Managed Desktop's; " + meant.get()
                            + " is, and tags count to the letter");
        }
    }
}
