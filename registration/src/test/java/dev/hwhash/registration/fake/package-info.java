// SPDX-License-Identifier: Apache-2.0
/**
 * Microsoft Graph, Partner Center and Entra ID as far as this product asks them: stateful fakes on loopback, for tests
 * here, in other modules and as a process. Written from Microsoft's reference, not from the clients; every request and
 * every answer is held against a JSON Schema.
 */
@NullMarked
package dev.hwhash.registration.fake;

import org.jspecify.annotations.NullMarked;
