// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.approval;

import java.util.Optional;

/**
 * Group tag and assigned user, as an approver confirmed or set them. Reports only suggest them.
 *
 * @param groupTag empty: none
 * @param assignedUser empty: none
 */
public record Assignment(Optional<String> groupTag, Optional<String> assignedUser) {

    /** Neither. */
    public static final Assignment NONE = new Assignment(Optional.empty(), Optional.empty());

    /** As many characters as Intune's tags have, and more than a user's name. */
    public static final int LONGEST = 512;

    /** Takes the blanks around the values away; a blank value is none. */
    public Assignment {
        groupTag = groupTag.map(String::strip).filter(tag -> !tag.isEmpty());
        assignedUser = assignedUser.map(String::strip).filter(user -> !user.isEmpty());
    }

    /**
     * Makes one of what stands in a form.
     *
     * @param groupTag blank: none
     * @param assignedUser blank: none
     * @return the assignment
     */
    public static Assignment of(String groupTag, String assignedUser) {
        return new Assignment(Optional.of(groupTag), Optional.of(assignedUser));
    }

    /** Returns why it cannot be: a value that no report could have had either. */
    Optional<String> tooLong() {
        return tooLong("the group tag", groupTag).or(() -> tooLong("the assigned user", assignedUser));
    }

    private static Optional<String> tooLong(String name, Optional<String> value) {
        int length = value.map(String::length).orElse(0);
        return length > LONGEST
                ? Optional.of(name + " has " + length + " characters; the most are " + LONGEST)
                : Optional.empty();
    }
}
