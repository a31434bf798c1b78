// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page;

import dev.hwhash.service.account.Role;
import dev.hwhash.service.audit.Actor;

/**
 * Somebody who is signed in.
 *
 * @param account the number of the account
 * @param name the name that he signed in by
 * @param role what he may do
 * @param csrf what each form of his sends back; bound to his session
 * @param address from where he asks
 */
public record Visitor(long account, String name, Role role, String csrf, String address) {

    /**
     * Returns how the audit log names him.
     *
     * @return name and address
     */
    public Actor actor() {
        return new Actor(name, address);
    }

    /**
     * Returns whether he may do something.
     *
     * @param least the role that it needs
     * @return what his own role says
     */
    public boolean may(Role least) {
        return role.includes(least);
    }

    /** Without what his forms send back. */
    @Override
    public String toString() {
        return name + " (" + role + ")";
    }
}
