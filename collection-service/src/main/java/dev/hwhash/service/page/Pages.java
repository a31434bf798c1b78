// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page;

/** Some pages of the service. */
public interface Pages {

    /**
     * Registers the pages.
     *
     * @param routes where
     */
    void register(GuardedRoutes routes);
}
