// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.account;

import java.util.Locale;
import java.util.Optional;

/** What somebody may do on the page; each role may do what those before it may. */
public enum Role {
    /** To look. */
    VIEWER,
    /** To approve, reject and export devices. */
    APPROVER,
    /** To delete devices, and to look after tokens, accounts and settings. */
    ADMIN;

    /**
     * Returns whether this role is enough.
     *
     * @param least the role that something needs
     * @return true for that role and those above it
     */
    public boolean includes(Role least) {
        return compareTo(least) >= 0;
    }

    /**
     * Finds a role by its name.
     *
     * @param name such as {@code viewer}, in lower case
     * @return empty where no role has that name
     */
    public static Optional<Role> named(String name) {
        for (Role role : values()) {
            if (role.toString().equals(name)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** Returns the name in the database, in forms and in the catalogue of texts. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
