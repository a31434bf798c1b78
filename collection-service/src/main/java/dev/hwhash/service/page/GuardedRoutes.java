// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page;

import dev.hwhash.service.account.Role;

/** The only way to register a page: none without a role. */
public interface GuardedRoutes {

    /**
     * Registers a page that is looked at.
     *
     * @param path as Javalin has it
     * @param least the role that it needs
     * @param handler what answers
     */
    void get(String path, Role least, PageHandler handler);

    /**
     * Registers what a form sends.
     *
     * @param path as Javalin has it
     * @param least the role that it needs
     * @param handler what answers; only forms of this visitor's session come here
     */
    void post(String path, Role least, PageHandler handler);
}
