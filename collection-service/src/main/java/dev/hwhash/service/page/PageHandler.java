// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page;

import io.javalin.http.Context;

/** Answers a request of somebody who is signed in, has the role, and sent back what his form held. */
@FunctionalInterface
public interface PageHandler {

    /**
     * Answers.
     *
     * @param context the request
     * @param visitor who asks
     * @throws Exception whatever goes wrong; it becomes a page that says so
     */
    void handle(Context context, Visitor visitor) throws Exception;
}
