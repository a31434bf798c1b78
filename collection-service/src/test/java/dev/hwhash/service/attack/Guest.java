// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.attack;

import dev.hwhash.service.account.Role;
import java.util.Optional;

/** Everybody who may come, and what he is to the service. */
enum Guest {
    ANONYMOUS,
    VIEWER,
    APPROVER,
    ADMIN,
    /** Signed in, but with a password that somebody else knows. */
    MUST_CHANGE,
    /** Signed in before his account was disabled. */
    DISABLED,
    /** A program with an admin token, and no cookie. */
    TOKEN;

    /** The role in which pages take him; empty where they know nobody. */
    Optional<Role> role() {
        return switch (this) {
            case VIEWER -> Optional.of(Role.VIEWER);
            case APPROVER -> Optional.of(Role.APPROVER);
            case ADMIN -> Optional.of(Role.ADMIN);
            default -> Optional.empty();
        };
    }
}
