// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import io.javalin.config.RoutesConfig;

/** Some paths of the service, and what answers there. */
public interface Routes {

    /**
     * Registers the paths.
     *
     * @param routes where
     */
    void register(RoutesConfig routes);
}
