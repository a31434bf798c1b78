// SPDX-License-Identifier: Apache-2.0
/**
 * What {@code upload}, {@code status} and {@code collect --upload} do: devices become reports, go into the outbox, and
 * from there to the service. What a report is, and when to try again, is the uploader's business; here it is decided
 * where to, with which secret, and what is said of it. Nothing here is loaded by a run that sends nothing.
 */
@NullMarked
package dev.hwhash.agent.upload;

import org.jspecify.annotations.NullMarked;
