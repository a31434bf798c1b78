// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.web;

import java.time.Instant;

/**
 * A request that came in, and what came of it.
 *
 * @param time when it came
 * @param site its origin's name: graph, login, partnerCenter or elsewhere
 * @param call the request
 * @param fault what went wrong
 * @param status of the answer as it was sent; 0 where the connection ended without one
 */
public record Seen(Instant time, String site, Call call, Fault fault, int status) {}
